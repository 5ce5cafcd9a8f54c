package org.nuanyang.attachment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.nuanyang.kernel.RuleViolation;

/**
 * Draws an uploaded picture anew: upright, at most 1600 pixels long, and with nothing in
 * it but the pixels — no place, no time, no camera, no second file behind the first.
 */
final class Picture {

	private static final int LONG_SIDE = 1600;

	/**
	 * More than the largest phone camera's usual picture; a bomb has thousands of
	 * millions.
	 */
	private static final long MOST_PIXELS = 64_000_000;

	private static final float QUALITY = 0.85f;

	/** A large picture takes some hundred megabytes for a moment. */
	private static final Semaphore TURNS = new Semaphore(2);

	private Picture() {
	}

	static byte[] clean(byte[] content, FileKind kind, int orientation) {
		TURNS.acquireUninterruptibly();
		try {
			return written(upright(shrunk(read(content, kind)), orientation), kind);
		}
		catch (RuleViolation violation) {
			throw violation;
		}
		catch (IOException | RuntimeException ex) {
			// The decoder has many ways to say that these bytes are no picture.
			var refused = RuleViolation.on("file", "attachment.refused.picture");
			refused.initCause(ex);
			throw refused;
		}
		finally {
			TURNS.release();
		}
	}

	/** Reads every n-th pixel of a picture that is much too large. */
	private static BufferedImage read(byte[] content, FileKind kind) throws IOException {
		var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
		try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			reader.setInput(input, true, true);
			var parameters = reader.getDefaultReadParam();
			var step = Math.max(1, longSide(reader) / (2 * LONG_SIDE));
			parameters.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, parameters);
		}
		finally {
			reader.dispose();
		}
	}

	private static int longSide(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS) {
			throw RuleViolation.on("file", "attachment.refused.pixels", width + " × " + height);
		}
		return Math.max(width, height);
	}

	/** In halves, so that fine writing does not break up. */
	private static BufferedImage shrunk(BufferedImage picture) {
		var scaled = picture;
		var longSide = Math.max(picture.getWidth(), picture.getHeight());
		while (longSide > LONG_SIDE) {
			var next = Math.max(LONG_SIDE, longSide / 2);
			var width = Math.max(1, Math.round(scaled.getWidth() * (float) next / longSide));
			var height = Math.max(1, Math.round(scaled.getHeight() * (float) next / longSide));
			var smaller = new BufferedImage(width, height, type(picture));
			var pen = pen(smaller);
			pen.drawImage(scaled, 0, 0, width, height, null);
			pen.dispose();
			scaled = smaller;
			longSide = next;
		}
		return scaled;
	}

	private static BufferedImage upright(BufferedImage picture, int orientation) {
		var turned = Orientation.isTurned(orientation);
		var width = picture.getWidth();
		var height = picture.getHeight();
		var result = new BufferedImage(turned ? height : width, turned ? width : height, type(picture));
		var pen = pen(result);
		pen.drawImage(picture, Orientation.upright(orientation, width, height), null);
		pen.dispose();
		return result;
	}

	private static int type(BufferedImage picture) {
		return picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
	}

	private static Graphics2D pen(BufferedImage picture) {
		var pen = picture.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		return pen;
	}

	private static byte[] written(BufferedImage picture, FileKind kind) throws IOException {
		var writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
		var bytes = new ByteArrayOutputStream();
		try (var output = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(output);
			var parameters = writer.getDefaultWriteParam();
			if (kind == FileKind.JPEG) {
				parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				parameters.setCompressionQuality(QUALITY);
			}
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
