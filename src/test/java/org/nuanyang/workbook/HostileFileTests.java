package org.nuanyang.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.nuanyang.kernel.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Files that are broken, mistaken or meant to harm: one clear message each, and no
 * memory.
 */
class HostileFileTests {

	private static final String WORKBOOK = """
			<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
			xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
			<sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>""";

	private static final String RELATIONS = """
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
			Target="worksheets/sheet1.xml"/></Relationships>""";

	@Test
	void nothing() {
		refuses(new byte[0], "workbook.empty");
	}

	@Test
	void fiftyMegabytes() {
		refuses(new byte[50 << 20], "workbook.large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html><table><tr><td>姓名</td></tr></table></html>", "\uFEFF\n  <!DOCTYPE html><body>",
			"<table border=1>", "MIME-Version: 1.0\nX-Document-Type: Workbook" })
	void aWebPageNamedXls(String page) {
		refuses(page.getBytes(StandardCharsets.UTF_8), "workbook.html");
	}

	@Test
	void whatIsNoSpreadsheet() {
		refuses("<?xml version=\"1.0\"?><Workbook/>".getBytes(StandardCharsets.UTF_8), "workbook.xml");
		refuses("%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.UTF_8), "workbook.unknown");
		refuses(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13 }, "workbook.picture");
		refuses(zip(Map.of("word/document.xml", "<document/>")), "workbook.unknown");
		refuses(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>")),
				"workbook.ods");
		refuses(zip(Map.of("xl/workbook.bin", "x")), "workbook.binary");
		refuses(" \r\n\r\n".getBytes(StandardCharsets.UTF_8), "workbook.blank");
	}

	@Test
	void anEncryptedWorkbook() throws IOException {
		var modern = new ByteArrayOutputStream();
		try (var container = new POIFSFileSystem()) {
			container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), "EncryptedPackage");
			container.writeFilesystem(modern);
		}
		refuses(modern.toByteArray(), "workbook.encrypted");
		var legacy = new ByteArrayOutputStream();
		try (var workbook = new HSSFWorkbook()) {
			workbook.createSheet().createRow(0).createCell(0).setCellValue("姓名");
			Biff8EncryptionKey.setCurrentUserPassword("secret");
			workbook.write(legacy);
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}
		refuses(legacy.toByteArray(), "workbook.encrypted");
	}

	@Test
	void aDocumentOfAnotherProgram() throws IOException {
		var document = new ByteArrayOutputStream();
		try (var container = new POIFSFileSystem()) {
			container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), "WordDocument");
			container.writeFilesystem(document);
		}
		refuses(document.toByteArray(), "workbook.unknown");
	}

	@Test
	void aZipBombTakesNoMemory() {
		var bomb = packed(Map.of("xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELATIONS), (zip) -> {
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			zip.write("<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>".getBytes(StandardCharsets.UTF_8));
			fill(zip, 300L << 20);
		});
		assertThat(bomb.length).isLessThan(3 << 20);
		var before = used();
		refuses(bomb, "workbook.bomb", "workbook.cells");
		assertThat(used() - before).isLessThan(150L << 20);
	}

	@Test
	void aBombOfBlanksOrOfRowsIsOneToo() {
		refuses(sheet("<worksheet>" + " ".repeat(60 << 20) + "</worksheet>"), "workbook.bomb");
		refuses(sheet("<worksheet><sheetData>" + "<row><c/></row>".repeat(4 << 20) + "</sheetData></worksheet>"),
				"workbook.bomb");
		refuses(sheet("<worksheet a=\"" + "x".repeat(60 << 20) + "\"/>"), "workbook.bomb", "workbook.damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>",
			"<!DOCTYPE a SYSTEM \"http://example.invalid/a.dtd\"><worksheet/>",
			"<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><worksheet>&c;</worksheet>" })
	void externalEntities(String xml) {
		refuses(sheet(xml), "workbook.entities");
		refuses(zip(Map.of("xl/workbook.xml", xml, "xl/_rels/workbook.xml.rels", RELATIONS)), "workbook.entities");
	}

	@Test
	void aColumnAddressFarOutside() {
		refuses(sheet(cells("<row r=\"1\"><c r=\"ZZZZZZZZZZZ1\"><v>1</v></c></row>")), "workbook.columns");
		readsOrRefuses(sheet(cells("<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>")));
	}

	/** Whoever fills up to it would take gigabytes. */
	@Test
	void aRowNumberFarOutside() {
		refuses(sheet(cells("<row r=\"999999999\"><c><v>1</v></c></row>")), "workbook.damaged");
		assertThat(Workbook.read(sheet(cells("<row r=\"1048576\"><c><v>1</v></c></row>"))).sheets()).hasSize(1);
	}

	/** Each cell would look through it again. */
	@Test
	void aNumberFormatWithoutEnd() {
		var parts = new HashMap<String, String>(Map.of("xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels",
				RELATIONS, "xl/worksheets/sheet1.xml", cells("<row><c s=\"0\"><v>1</v></c></row>")));
		parts.put("xl/styles.xml", """
				<styleSheet><numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts>\
				<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>""".formatted("0".repeat(256)));
		refuses(zip(parts), "workbook.damaged");
	}

	@Test
	void tooManyRows() {
		var rows = new StringBuilder();
		for (var row = 1; row <= Limits.STANDARD.rows() + 1; row++) {
			rows.append("<row r=\"")
				.append(row)
				.append("\"><c><v>")
				.append(row * 7919L % 1_000_003)
				.append("</v></c></row>");
		}
		refuses(sheet(cells(rows.toString())), "workbook.rows");
	}

	@Test
	void noFileWhateverItsBytesIsAnythingButReadOrRefused() throws IOException {
		var random = new Random(404);
		for (var name : new String[] { "clean.xlsx", "legacy.xls", "gb18030.csv" }) {
			var whole = WorkbookTests.roster(name);
			for (var round = 0; round < 12; round++) {
				var spoiled = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
				for (var i = 0; i < random.nextInt(40); i++) {
					spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
				}
				readsOrRefuses(spoiled);
			}
		}
	}

	private static void refuses(byte[] file, String... keys) {
		assertThatThrownBy(() -> Workbook.read(file)).isInstanceOfSatisfying(RuleViolation.class,
				(refusal) -> assertThat(refusal.key()).isIn((Object[]) keys));
	}

	private static void readsOrRefuses(byte[] file) {
		try {
			assertThat(Workbook.read(file).sheets()).isNotEmpty();
		}
		catch (RuleViolation refusal) {
			assertThat(refusal.key()).startsWith("workbook.");
		}
	}

	private static String cells(String rows) {
		return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
	}

	private static byte[] sheet(String xml) {
		return zip(Map.of("xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELATIONS,
				"xl/worksheets/sheet1.xml", xml));
	}

	private static byte[] zip(Map<String, String> parts) {
		return packed(parts, (zip) -> {
		});
	}

	private interface More {

		void to(ZipOutputStream zip) throws IOException;

	}

	private static byte[] packed(Map<String, String> parts, More more) {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (var part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
			more.to(zip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void fill(OutputStream out, long bytes) throws IOException {
		var block = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
		for (var written = 0L; written < bytes; written += block.length) {
			out.write(block);
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
