package org.nuanyang.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Yuan;

/**
 * One sheet written row by row, so that a table of any length takes no memory and its
 * beginning is on its way before its end is read. A file that broke off has no directory,
 * and no program takes it for whole. Not by fastexcel, as other workbooks are: strict
 * programs object to its files, which {@link XlsxFile} can mend only when they are whole.
 */
final class TableFile {

	private static final String TYPES = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
			ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
			ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
			ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override \
			PartName="/xl/worksheets/sheet1.xml" \
			ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override \
			PartName="/xl/styles.xml" \
			ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""";

	private static final String ROOT = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
			Target="xl/workbook.xml"/></Relationships>""";

	private static final String BOOK = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
			xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet \
			name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>""";

	private static final String PARTS = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
			Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
			Target="styles.xml"/></Relationships>""";

	/** The cell formats below, by their place in cellXfs. */
	private static final String STYLES = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt \
			numFmtId="165" formatCode="yyyy-mm-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name \
			val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill>\
			<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill \
			patternType="solid"><fgColor rgb="FFEEF2F6"/></patternFill></fill></fills><borders count="1"><border>\
			<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" \
			fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" \
			borderId="0" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" fontId="1" applyFont="1" fillId="2" \
			applyFill="1" borderId="0" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" fontId="0" fillId="0" \
			borderId="0" xfId="0"/><xf numFmtId="4" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" \
			xfId="0"/><xf numFmtId="165" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
			<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

	private static final int HEAD = 1;

	private static final int TEXT = 2;

	private static final int MONEY = 3;

	private static final int DAY = 4;

	/** The day that spreadsheets count from. */
	private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

	/** 1980-01-01, the first day that zip knows: the same content is the same file. */
	private static final long NO_TIME = 315_532_800_000L;

	private final Writer sheet;

	private int row;

	private TableFile(Writer sheet) {
		this.sheet = sheet;
	}

	/**
	 * @param rows is given what takes one row after the other
	 */
	static void write(OutputStream out, String name, List<Table.Column> columns,
			Consumer<Consumer<List<@Nullable Object>>> rows) throws IOException {
		// Not closed: what breaks off must not be ended as if it were whole.
		var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		zip.setLevel(Deflater.BEST_SPEED);
		part(zip, "[Content_Types].xml", TYPES);
		part(zip, "_rels/.rels", ROOT);
		part(zip, "xl/workbook.xml", BOOK.formatted(escaped(TableWriter.sheetName(name))));
		part(zip, "xl/_rels/workbook.xml.rels", PARTS);
		part(zip, "xl/styles.xml", STYLES);
		begin(zip, "xl/worksheets/sheet1.xml");
		var sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
		head(sheet, columns);
		var file = new TableFile(sheet);
		file.row(columns.stream().map(Table.Column::heading).<@Nullable Object>map((heading) -> heading).toList(),
				HEAD);
		rows.accept((values) -> file.row(values, TEXT));
		sheet.write("</sheetData></worksheet>");
		sheet.flush();
		zip.closeEntry();
		zip.finish();
		out.flush();
	}

	private static void begin(ZipOutputStream zip, String name) throws IOException {
		var entry = new ZipEntry(name);
		entry.setTime(NO_TIME);
		zip.putNextEntry(entry);
	}

	private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
		begin(zip, name);
		zip.write(xml.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	/** The headings stay in sight; each column has its width. */
	private static void head(Writer sheet, List<Table.Column> columns) throws IOException {
		sheet.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
				+ "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
				+ "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
				+ "</sheetView></sheetViews>");
		if (!columns.isEmpty()) {
			sheet.write("<cols>");
			for (int column = 1; column <= columns.size(); column++) {
				sheet.write("<col min=\"%d\" max=\"%1$d\" width=\"%d\" customWidth=\"1\"/>".formatted(column,
						columns.get(column - 1).width()));
			}
			sheet.write("</cols>");
		}
		sheet.write("<sheetData>");
	}

	private void row(List<@Nullable Object> values, int textStyle) {
		try {
			this.row++;
			this.sheet.append("<row r=\"").append(String.valueOf(this.row)).append("\">");
			for (int column = 0; column < values.size(); column++) {
				cell(column, values.get(column), textStyle);
			}
			this.sheet.append("</row>");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void cell(int column, @Nullable Object value, int textStyle) throws IOException {
		switch (value) {
			case null -> {
			}
			case Yuan money -> number(column, MONEY, money.amount().toPlainString());
			case BigDecimal number -> number(column, 0, number.toPlainString());
			case Integer number -> number(column, 0, number.toString());
			case Long number when Math.abs(number) < 1_000_000_000_000_000L -> number(column, 0, number.toString());
			case LocalDate day -> number(column, DAY, String.valueOf(ChronoUnit.DAYS.between(ZERO, day)));
			default -> {
				open(column, textStyle).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
					.append(escaped(TableWriter.allowed(value.toString())))
					.append("</t></is></c>");
			}
		}
	}

	private void number(int column, int style, String digits) throws IOException {
		open(column, style).append("><v>").append(digits).append("</v></c>");
	}

	private Writer open(int column, int style) throws IOException {
		this.sheet.append("<c r=\"").append(letters(column)).append(String.valueOf(this.row)).append('"');
		if (style != 0) {
			this.sheet.append(" s=\"").append(String.valueOf(style)).append('"');
		}
		return this.sheet;
	}

	/** A to Z, AA to ZZ. */
	private static String letters(int column) {
		return ((column < 26) ? "" : String.valueOf((char) ('A' + column / 26 - 1))) + (char) ('A' + column % 26);
	}

	private static String escaped(String text) {
		var plain = true;
		for (int at = 0; at < text.length() && plain; at++) {
			plain = "&<>\"\r".indexOf(text.charAt(at)) < 0;
		}
		return plain ? text
				: text.replace("&", "&amp;")
					.replace("<", "&lt;")
					.replace(">", "&gt;")
					.replace("\"", "&quot;")
					.replace("\r", "&#13;");
	}

}
