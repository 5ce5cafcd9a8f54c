package org.nuanyang.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

/** Invented files, sound and hostile ones. */
public final class SampleFiles {

	private SampleFiles() {
	}

	/** Red on the left, blue on the right. */
	public static byte[] picture(String format, int width, int height) {
		var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var pen = picture.createGraphics();
		pen.setColor(Color.RED);
		pen.fillRect(0, 0, width / 2, height);
		pen.setColor(Color.BLUE);
		pen.fillRect(width / 2, 0, width - width / 2, height);
		pen.dispose();
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** As a phone writes it: how it was held, and a place in the Exif block. */
	static byte[] photo(int width, int height, int orientation) {
		var jpeg = picture("jpg", width, height);
		var place = "GPS 27.0000 N 115.0000 E".getBytes(StandardCharsets.US_ASCII);
		var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
		exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8 });
		exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
		exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
		var out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1 });
		out.writeBytes(ByteBuffer.allocate(2).putShort((short) (exif.capacity() + 2)).array());
		out.writeBytes(exif.array());
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	/** The head of a PNG says 50,000 × 50,000; the rest is almost nothing. */
	static byte[] pictureBomb() {
		var png = picture("png", 8, 8);
		var bytes = ByteBuffer.wrap(png);
		bytes.putInt(16, 50_000).putInt(20, 50_000);
		var check = new CRC32();
		check.update(png, 12, 17);
		bytes.putInt(29, (int) check.getValue());
		return png;
	}

	/** A PDF of one page, with something more among its objects. */
	public static byte[] pdf(String more) {
		return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
				+ "<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + more + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** An object stream: names that are not readable in the file itself. */
	static String packed(String objects, String filter) {
		var deflater = new Deflater();
		deflater.setInput(objects.getBytes(StandardCharsets.ISO_8859_1));
		deflater.finish();
		var buffer = new byte[1 << 20];
		var length = deflater.deflate(buffer);
		deflater.end();
		return "3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter " + filter + " >>\nstream\n"
				+ new String(Arrays.copyOf(buffer, length), StandardCharsets.ISO_8859_1) + "\nendstream\nendobj";
	}

}
