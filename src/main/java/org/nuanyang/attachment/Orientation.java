package org.nuanyang.attachment;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera held the picture (Exif tag 0x0112, 1 to 8). It has to be applied before
 * the Exif block is thrown away, or photographs taken upright lie on their side.
 */
final class Orientation {

	static final int UPRIGHT = 1;

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private static final int TAG = 0x0112;

	private Orientation() {
	}

	/** Walks the segments of a JPEG to its Exif block; a broken one says nothing. */
	static int of(byte[] jpeg) {
		try {
			var bytes = ByteBuffer.wrap(jpeg);
			var at = 2;
			while ((jpeg[at] & 0xff) == 0xff) {
				var marker = jpeg[at + 1] & 0xff;
				if (marker == 0xda || marker == 0xd9) {
					return UPRIGHT;
				}
				var length = bytes.getShort(at + 2) & 0xffff;
				if (marker == 0xe1 && Arrays.equals(jpeg, at + 4, at + 4 + EXIF.length, EXIF, 0, EXIF.length)) {
					return tag(ByteBuffer.wrap(jpeg, at + 4 + EXIF.length, length - 2 - EXIF.length).slice());
				}
				at += 2 + Math.max(length, 2);
			}
			return UPRIGHT;
		}
		catch (IndexOutOfBoundsException ex) {
			return UPRIGHT;
		}
	}

	private static int tag(ByteBuffer tiff) {
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		var directory = tiff.getInt(4);
		var entries = tiff.getShort(directory) & 0xffff;
		for (var entry = 0; entry < entries; entry++) {
			var at = directory + 2 + entry * 12;
			if ((tiff.getShort(at) & 0xffff) == TAG) {
				return tiff.getShort(at + 8) & 0xffff;
			}
		}
		return UPRIGHT;
	}

	/** Whether width and height change places. */
	static boolean isTurned(int orientation) {
		return orientation >= 5 && orientation <= 8;
	}

	/** Puts a picture of that size upright. */
	static AffineTransform upright(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

}
