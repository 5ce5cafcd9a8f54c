package org.nuanyang.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.RuleViolation;

/**
 * Reads Office Open XML. Our own, because a reader for files from anybody must bound what
 * a column address, a shared string or a part may cost, and must know merged areas.
 */
class XlsxReader {

	private static final int MOST_STYLES = 100_000;

	private record SheetPart(String name, boolean hidden, String path) {

	}

	private final byte[] file;

	private final Limits limits;

	private List<String> strings = List.of();

	private DateStyles styles = DateStyles.NONE;

	private boolean since1904;

	XlsxReader(byte[] file, Limits limits) {
		this.file = file;
		this.limits = limits;
	}

	List<Sheet> read() throws IOException {
		try (var parts = new ZipParts(this.file, this.limits)) {
			refuseOthers(parts);
			var sheets = sheetParts(parts);
			this.strings = strings(parts);
			this.styles = styles(parts);
			var builder = new SheetBuilder(this.limits);
			for (var sheet : sheets) {
				var in = parts.open(sheet.path());
				if (in.isPresent()) {
					builder.beginSheet(sheet.name(), sheet.hidden());
					readSheet(in.get(), builder);
					builder.endSheet();
				}
			}
			return builder.sheets();
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	private static void refuseOthers(ZipParts parts) {
		var names = parts.names();
		if (names.contains("xl/workbook.bin")) {
			throw new RuleViolation("workbook.binary");
		}
		if (names.contains("mimetype") && names.contains("content.xml")) {
			throw new RuleViolation("workbook.ods");
		}
		if (!names.contains("xl/workbook.xml")) {
			throw new RuleViolation("workbook.unknown");
		}
	}

	private List<SheetPart> sheetParts(ZipParts parts) throws IOException, XMLStreamException {
		var targets = relations(parts);
		var sheets = new ArrayList<SheetPart>();
		try (var xml = new Xml(required(parts, "xl/workbook.xml"))) {
			while (xml.next()) {
				if (xml.starts("workbookPr")) {
					this.since1904 = xml.flag("date1904");
				}
				if (xml.starts("sheet")) {
					var path = targets.get(xml.optional("id").orElse(""));
					var hidden = !xml.optional("state").orElse("visible").equals("visible");
					if (path != null) {
						sheets.add(new SheetPart(xml.optional("name").orElse(""), hidden, path));
					}
				}
			}
		}
		return sheets;
	}

	private static Map<String, String> relations(ZipParts parts) throws IOException, XMLStreamException {
		var targets = new HashMap<String, String>();
		try (var xml = new Xml(required(parts, "xl/_rels/workbook.xml.rels"))) {
			while (xml.next()) {
				var target = xml.starts("Relationship") ? xml.attribute("Target") : null;
				if (target != null && !"External".equals(xml.attribute("TargetMode"))
						&& xml.optional("Type").orElse("").endsWith("/worksheet")) {
					targets.put(xml.optional("Id").orElse(""),
							target.startsWith("/") ? target.substring(1) : "xl/" + target);
				}
			}
		}
		return targets;
	}

	private List<String> strings(ZipParts parts) throws IOException, XMLStreamException {
		var in = parts.open("xl/sharedStrings.xml");
		if (in.isEmpty()) {
			return List.of();
		}
		var found = new ArrayList<String>();
		var characters = 0;
		try (var xml = new Xml(in.get())) {
			while (xml.next()) {
				if (xml.starts("si")) {
					var text = richText(xml, "si");
					characters += text.length();
					found.add(text);
					if (found.size() > this.limits.cells() || characters > this.limits.characters()) {
						throw new RuleViolation("workbook.cells");
					}
				}
			}
		}
		return found;
	}

	/** Runs of text put together; phonetic guides (rPh) are not part of it. */
	private static String richText(Xml xml, String end) throws XMLStreamException {
		var text = new StringBuilder();
		var phonetic = false;
		while (xml.next() && !xml.ends(end)) {
			if (xml.starts("rPh") || xml.ends("rPh")) {
				phonetic = xml.starts("rPh");
			}
			if (xml.starts("t") && !phonetic) {
				text.append(xml.text());
				if (text.length() > Limits.CELL) {
					throw new RuleViolation("workbook.cells");
				}
			}
		}
		return unescaped(text.toString());
	}

	/** _x000D_ and the like stand for characters that XML cannot hold. */
	private static String unescaped(String text) {
		return (text.contains("_x")) ? Pattern.compile("_x([0-9A-Fa-f]{4})_")
			.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
				: text;
	}

	private static DateStyles styles(ZipParts parts) throws IOException, XMLStreamException {
		var in = parts.open("xl/styles.xml");
		if (in.isEmpty()) {
			return DateStyles.NONE;
		}
		var formats = new HashMap<Integer, String>();
		var styles = new ArrayList<Integer>();
		var inCellFormats = false;
		try (var xml = new Xml(in.get())) {
			while (xml.next()) {
				if (xml.starts("numFmt") && formats.size() < MOST_STYLES) {
					formats.put(integer(xml.attribute("numFmtId"), 0), xml.optional("formatCode").orElse(""));
				}
				if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
					inCellFormats = xml.starts("cellXfs");
				}
				if (inCellFormats && xml.starts("xf") && styles.size() < MOST_STYLES) {
					styles.add(integer(xml.attribute("numFmtId"), 0));
				}
			}
		}
		return new DateStyles(styles, formats);
	}

	private void readSheet(InputStream in, SheetBuilder builder) throws XMLStreamException {
		var row = 0;
		var column = -1;
		var hidden = false;
		try (var xml = new Xml(in)) {
			while (xml.next()) {
				if (xml.starts("row")) {
					row = integer(xml.attribute("r"), row + 1);
					hidden = xml.flag("hidden");
					column = -1;
				}
				else if (xml.starts("c")) {
					column = column(xml.attribute("r"), column + 1);
					builder.cell(column, cell(xml));
				}
				else if (xml.ends("row")) {
					builder.endRow(row, hidden);
				}
				else if (xml.starts("mergeCell")) {
					merge(xml.optional("ref").orElse(""), builder);
				}
			}
		}
	}

	private Cell cell(Xml xml) throws XMLStreamException {
		var type = xml.optional("t").orElse("n");
		var style = integer(xml.attribute("s"), 0);
		var formula = false;
		var value = "";
		while (xml.next() && !xml.ends("c")) {
			if (xml.starts("f")) {
				formula = true;
				xml.text();
			}
			else if (xml.starts("v")) {
				value = xml.text();
			}
			else if (xml.starts("is")) {
				value = richText(xml, "is");
			}
		}
		var cell = typed(type, value, style);
		return formula ? cell.asFormula() : cell;
	}

	private Cell typed(String type, String value, int style) {
		return switch (type) {
			case "s" -> shared(value);
			case "inlineStr" -> Cell.text(value);
			case "str" -> Cell.text(unescaped(value));
			case "b" -> new Cell(Cell.Kind.BOOLEAN, "1".equals(value.strip()) ? "TRUE" : "FALSE", false);
			case "e" -> new Cell(Cell.Kind.ERROR, value, false);
			case "d" -> new Cell(Cell.Kind.DATE, value.split("T")[0], false);
			default -> (value.isBlank()) ? Cell.EMPTY : numeric(value.strip(), style);
		};
	}

	private Cell shared(String index) {
		var place = integer(index, -1);
		return (place >= 0 && place < this.strings.size()) ? Cell.text(this.strings.get(place)) : Cell.EMPTY;
	}

	private Cell numeric(String value, int style) {
		var number = Double.parseDouble(value);
		return (this.styles.isDate(style)) ? Cell.date(number, this.since1904) : Cell.number(number, value);
	}

	private void merge(String reference, SheetBuilder builder) {
		var corners = reference.split(":");
		if (corners.length == 2) {
			builder
				.merge(new Sheet.Merge(row(corners[0]), row(corners[1]), column(corners[0], 0), column(corners[1], 0)));
		}
	}

	private static int row(String address) {
		return integer(address.replaceAll("\\D", ""), 0);
	}

	/**
	 * The column of an address like AB12, from 0; the limit is checked where it is used.
	 */
	private static int column(@Nullable String address, int otherwise) {
		if (address == null) {
			return otherwise;
		}
		var column = 0;
		for (var i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
			column = Math.min(column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1, 1_000_000);
		}
		return Math.max(0, column - 1);
	}

	private static int integer(@Nullable String text, int otherwise) {
		return (text != null && text.matches("\\d{1,9}")) ? Integer.parseInt(text) : otherwise;
	}

	private static InputStream required(ZipParts parts, String name) throws IOException {
		return parts.open(name).orElseThrow(() -> new RuleViolation("workbook.damaged"));
	}

}
