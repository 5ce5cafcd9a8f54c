package org.nuanyang.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Writes an xlsx file that strict programs open without a word. What fastexcel writes
 * lacks the default cell style, has an empty list of names, and its zip entries tell
 * their sizes only in the directory at the end.
 */
public final class XlsxFile {

	/** The text format is known to every program by this number. */
	private static final String TEXT = "49";

	private static final String DEFAULT_STYLE = "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

	/** 1980-01-01, the first day that zip knows: the same content is the same file. */
	private static final long NO_TIME = 315_532_800_000L;

	private XlsxFile() {
	}

	public static byte[] write(Consumer<org.dhatim.fastexcel.Workbook> content) {
		var out = new ByteArrayOutputStream();
		try {
			try (var workbook = new org.dhatim.fastexcel.Workbook(out, "Nuanyang", "1.0")) {
				content.accept(workbook);
			}
			return neat(out.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] neat(byte[] file) throws IOException {
		var out = new ByteArrayOutputStream(file.length + 1024);
		try (var from = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
				var to = new ZipOutputStream(out)) {
			for (var entries = from.getEntries(); entries.hasMoreElements();) {
				var entry = entries.nextElement();
				var neat = new ZipEntry(entry.getName());
				neat.setTime(NO_TIME);
				to.putNextEntry(neat);
				try (var part = from.getInputStream(entry)) {
					switch (entry.getName()) {
						case "xl/styles.xml" -> to.write(bytes(styles(text(part.readAllBytes()))));
						case "xl/workbook.xml" ->
							to.write(bytes(text(part.readAllBytes()).replace("<definedNames></definedNames>", "")));
						default -> part.transferTo(to);
					}
				}
				to.closeEntry();
			}
		}
		return out.toByteArray();
	}

	private static String styles(String xml) {
		var text = xml.replaceFirst("(?s).*<numFmt numFmtId=\"(\\d+)\" formatCode=\"@\"/>.*", "$1");
		var known = (text.equals(xml)) ? xml : xml.replace("<numFmt numFmtId=\"" + text + "\" formatCode=\"@\"/>", "")
			.replace("numFmtId=\"" + text + "\"", "numFmtId=\"" + TEXT + "\"");
		return counted(known).replaceFirst("</cellXfs>", "</cellXfs>" + DEFAULT_STYLE)
			.replaceAll("(<xf numFmtId=\"(?!0\")\\d+\")", "$1 applyNumberFormat=\"1\"");
	}

	/** One format fewer; none at all is no list. */
	private static String counted(String xml) {
		var left = xml.split("<numFmt ", -1).length - 1;
		return (left == 0) ? xml.replaceFirst("<numFmts count=\"\\d+\">\\s*</numFmts>", "")
				: xml.replaceFirst("<numFmts count=\"\\d+\">", "<numFmts count=\"" + left + "\">");
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
