package org.nuanyang.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives a written workbook the named style “Normal”, without which some programs that
 * read it warn that it has no default style.
 */
public final class DefaultStyle {

	private static final String STYLES = "xl/styles.xml";

	private static final String END = "</cellXfs>";

	private static final String NORMAL = "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

	private DefaultStyle() {
	}

	public static byte[] in(byte[] workbook) {
		var bytes = new ByteArrayOutputStream(workbook.length + NORMAL.length());
		try (var from = new ZipInputStream(new ByteArrayInputStream(workbook)); var to = new ZipOutputStream(bytes)) {
			for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				if (entry.getName().equals(STYLES)) {
					var styles = new String(from.readAllBytes(), StandardCharsets.UTF_8);
					to.write(styles.replace(END, END + NORMAL).getBytes(StandardCharsets.UTF_8));
				}
				else {
					from.transferTo(to);
				}
				to.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
