package org.nuanyang.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lays made-up children out as some school's table: titles, header, columns, what stands
 * between and below.
 */
final class MadeTable {

	enum Format {

		XLSX, XLS, CSV

	}

	/**
	 * @param headings those that mean the field, whichever is used
	 * @param family whether it may stand under a heading of the family
	 */
	private record Column(String field, List<String> headings, boolean family) {

	}

	private final Random random;

	private final MadeHand hand;

	private final Format format;

	private final List<Column> columns = new ArrayList<>();

	/** By row, counted from 1. */
	private final TreeMap<Integer, List<MadeCell>> rows = new TreeMap<>();

	private final List<int[]> merges = new ArrayList<>();

	private final Map<Integer, MadeChild> childOfRow = new LinkedHashMap<>();

	private int headerRow;

	private int row;

	MadeTable(Random random, MadeHand hand, Format format) {
		this.random = random;
		this.hand = hand;
		this.format = format;
		chooseColumns();
	}

	private void chooseColumns() {
		var own = new ArrayList<Column>();
		own.add(column("name", "姓名", "学生姓名", "姓 名", "*姓名", "姓名（必填）", "孩子姓名", "姓\n名"));
		own.add(column("idType", "身份证件类型", "证件类型", "证件类别"));
		own.add(column("idNumber", "身份证件号", "身份证号", "身份证号码", "公民身份号码", "证件号码", "身份\n证号", "居民身份证号（18位）", "身份证号*",
				"2.身份证号"));
		own.add(column("registryNumber", "学籍号", "全国学籍号", "学籍号（19位）", "国家学籍号", "学籍号码"));
		own.add(column("sex", "性别", "性别(男/女)", "学生性别", "性 别"));
		own.add(column("bornOn", "出生日期", "出生年月日", "生日", "出生日期（YYYYMMDD）"));
		own.add(column("ethnicity", "民族", "学生民族"));
		if (this.hand.together()) {
			own.add(column("schoolClass", "班级", "年级班级", "所在班级", "年级/班级", "就读班级"));
		}
		else {
			own.add(column("grade", "年级", "所在年级", "就读年级"));
			own.add(column("schoolClass", "班级", "班", "所在班级", "班级名称"));
		}
		own.add(column("boarding", "就读方式", "是否住校", "是否寄宿", "住宿情况"));
		own.add(column("address", "现住址", "家庭住址", "家庭地址", "家庭详细住址", "家庭住址（到村组）"));
		own.add(column("phone", "联系电话", "手机号码", "家庭电话", "联系方式"));
		own.add(column("leftBehind", "是否留守儿童", "留守儿童", "是否留守（单亲/双亲）"));
		own.add(column("disability", "残疾人类型", "残疾类型", "残疾类别"));
		own.add(column("residence", "户口性质", "户籍性质"));
		own.add(column("orphan", "是否孤儿", "孤儿", "是否孤儿（是/否）"));
		own.add(column("martyrFamily", "是否烈士或优抚子女", "是否烈士子女"));
		own.add(column("needsAid", "是否需要申请资助", "是否申请资助"));
		own.add(column("receivesSubsidy", "是否享受一补", "享受一补"));
		own.add(column("schoolCode", "学校标识码", "学校代码"));
		own.add(column("", "备注", "特长", "照片"));
		Collections.shuffle(own, this.random);
		if (this.random.nextBoolean()) {
			own.addFirst(column("", "序号", "编号"));
		}
		this.columns.addAll(own);
		// What a family column says depends on its neighbours only under a common
		// heading.
		var place = this.random.nextInt(this.columns.size() + 1);
		var family = new ArrayList<>(List.of(new Column("guardian1Name", List.of("姓名"), true),
				new Column("guardian1Relation", List.of("关系", "与学生关系"), true),
				new Column("guardian1Phone", List.of("联系电话", "电话"), true),
				new Column("guardian1IdNumber", List.of("身份证件号", "身份证号"), true)));
		Collections.shuffle(family, this.random);
		this.columns.addAll(place, family);
	}

	private static Column column(String field, String... headings) {
		return new Column(field, List.of(headings), false);
	}

	int columnOf(String field) {
		for (var column = 0; column < this.columns.size(); column++) {
			if (this.columns.get(column).field().equals(field)) {
				return column;
			}
		}
		return -1;
	}

	Map<Integer, MadeChild> childOfRow() {
		return this.childOfRow;
	}

	/** Writes the whole sheet down. */
	void fill(List<MadeChild> children) {
		titles();
		header();
		for (var child : children) {
			interrupt();
			this.row++;
			this.rows.put(this.row, line(child));
			this.childOfRow.put(this.row, child);
		}
		below(children.size());
	}

	private void titles() {
		for (var title : List.of("某某县某某小学2026—2027学年学生花名册", "填报单位（盖章）：某某小学　　　填报日期：2026年9月10日")) {
			if (this.random.nextInt(3) > 0) {
				this.row++;
				this.rows.put(this.row, List.of(MadeCell.text(title)));
				merge(this.row, this.row, 0, this.columns.size() - 1);
			}
		}
		if (this.random.nextInt(4) == 0) {
			this.row++;
		}
	}

	private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
		if (this.format != Format.CSV) {
			this.merges.add(new int[] { firstRow, lastRow, firstColumn, lastColumn });
		}
	}

	/**
	 * In one row, or in two under a heading of the family; merged where there is a sheet
	 * to merge in.
	 */
	private void header() {
		var group = one(List.of("家庭成员或监护人一", "监护人", "家长", "家庭成员1"));
		var first = new ArrayList<MadeCell>();
		var second = new ArrayList<MadeCell>();
		var inTwo = this.random.nextBoolean();
		var begun = false;
		for (var column = 0; column < this.columns.size(); column++) {
			var own = this.columns.get(column);
			var heading = one(own.headings());
			if (!inTwo) {
				first.add(MadeCell.text(own.family() ? group + heading.replace("与学生", "") : heading));
				continue;
			}
			first.add(own.family() ? (begun ? MadeCell.NOTHING : MadeCell.text(group)) : MadeCell.text(heading));
			second.add(own.family() ? MadeCell.text(heading) : MadeCell.NOTHING);
			if (own.family() && !begun) {
				merge(this.row + 1, this.row + 1, column, column + 3);
			}
			if (!own.family()) {
				merge(this.row + 1, this.row + 2, column, column);
			}
			begun |= own.family();
		}
		this.rows.put(++this.row, first);
		if (inTwo) {
			this.rows.put(++this.row, second);
		}
		this.headerRow = this.row;
	}

	private List<MadeCell> line(MadeChild child) {
		var line = new ArrayList<MadeCell>();
		for (var column : this.columns) {
			line.add(switch (column.field()) {
				case "" -> column.headings().contains("序号") ? MadeCell.number(String.valueOf(this.row - this.headerRow))
						: MadeCell.NOTHING;
				default -> child.cell(column.field());
			});
		}
		return line;
	}

	/**
	 * What stands between pupils: nothing, the header of the next printed page, a
	 * prepared empty line.
	 */
	private void interrupt() {
		switch (this.random.nextInt(40)) {
			case 0 -> this.row++;
			case 1 -> {
				var header = this.rows.get(this.headerRow);
				if (header != null && this.rows.getOrDefault(this.headerRow - 1, List.of()).size() < 5) {
					this.rows.put(++this.row, header);
				}
			}
			case 2 -> {
				if (this.columns.getFirst().headings().contains("序号")) {
					this.rows.put(++this.row, List.of(MadeCell.number(String.valueOf(this.row - this.headerRow))));
				}
			}
			case 3 -> {
				this.rows.put(++this.row, List.of(MadeCell.text("五年级(1)班")));
				merge(this.row, this.row, 0, this.columns.size() - 1);
			}
			default -> {
			}
		}
	}

	private void below(int children) {
		var total = new ArrayList<>(Collections.nCopies(this.columns.size(), MadeCell.NOTHING));
		total.set(0, MadeCell
			.text(one(List.of("合计", "总计", "合 计", "小计", "全校合计", "共计" + children + "人", "合计：" + children + "人"))));
		total.set(this.columns.size() - 1, MadeCell.number(String.valueOf(children)));
		total.set(this.columns.size() / 2, MadeCell.number(String.valueOf(children / 2)));
		this.rows.put(++this.row, total);
		this.row += this.random.nextInt(3);
		for (var text : List.of("备注：身份证号请与户口簿核对。", "校长签字：　　　　　填表人：　　　　　2026年9月10日", "说明:1.本表一式两份;2.班级按学籍系统填写")) {
			if (this.random.nextBoolean()) {
				this.rows.put(++this.row, List.of(MadeCell.text(text)));
			}
		}
		var signed = new ArrayList<>(Collections.nCopies(this.columns.size(), MadeCell.NOTHING));
		signed.set(1, MadeCell.text("校长（签字）："));
		signed.set(5, MadeCell.text("填表人：某某"));
		signed.set(9, MadeCell.text("联系电话：19900000001"));
		this.rows.put(++this.row, signed);
	}

	/** A cell that the children of one class share, as people merge them. */
	void shareClasses() {
		if (this.format == Format.CSV) {
			return;
		}
		var column = columnOf("schoolClass");
		var rowNumbers = new ArrayList<>(this.childOfRow.keySet());
		for (var i = 0; i + 1 < rowNumbers.size(); i++) {
			int upper = rowNumbers.get(i);
			var cell = this.rows.getOrDefault(upper, List.of()).get(column);
			if (rowNumbers.get(i + 1) == upper + 1 && !cell.isEmpty()
					&& cell.equals(this.rows.getOrDefault(upper + 1, List.of()).get(column))) {
				this.rows.computeIfPresent(upper + 1, (number, line) -> {
					var changed = new ArrayList<>(line);
					changed.set(column, MadeCell.NOTHING);
					return changed;
				});
				merge(upper, upper + 1, column, column);
				i++;
			}
		}
	}

	/** Its header, to say which table failed. */
	@Override
	public String toString() {
		return this.rows.headMap(this.headerRow, true)
			.values()
			.stream()
			.map((line) -> line.stream().map(MadeCell::text).toList().toString())
			.collect(Collectors.joining("\n"));
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	byte[] bytes() {
		try {
			return switch (this.format) {
				case XLSX -> xlsx();
				case XLS -> xls();
				case CSV -> csv();
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] xlsx() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var workbook = new Workbook(out, "Excel", "16.0")) {
			var guide = workbook.newWorksheet("填表说明");
			guide.value(0, 0, "一、请不要改动表头。二、姓名须与户口簿一致。");
			var old = workbook.newWorksheet("去年");
			write(old, 1, this.rows.getOrDefault(this.headerRow, List.of()));
			old.setVisibilityState(VisibilityState.HIDDEN);
			var sheet = workbook.newWorksheet("花名册");
			this.rows.forEach((number, line) -> write(sheet, number, line));
			this.merges.forEach((merge) -> sheet.range(merge[0] - 1, merge[2], merge[1] - 1, merge[3]).merge());
			this.childOfRow.keySet().stream().limit(1).forEach((number) -> sheet.hideRow(number - 1));
		}
		return out.toByteArray();
	}

	private static void write(Worksheet sheet, int number, List<MadeCell> line) {
		for (var column = 0; column < line.size(); column++) {
			var cell = line.get(column);
			switch (cell.kind()) {
				case TEXT -> {
					if (!cell.isEmpty()) {
						sheet.value(number - 1, column, cell.text());
					}
				}
				case NUMBER -> sheet.value(number - 1, column, Double.parseDouble(cell.text()));
				case DAY -> {
					sheet.value(number - 1, column, LocalDate.parse(cell.text()));
					sheet.style(number - 1, column).format("yyyy\"年\"m\"月\"d\"日\"").set();
				}
				case FORMULA, FAILED -> throw new IllegalStateException("this writer keeps no results of formulas");
			}
		}
	}

	private byte[] xls() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var workbook = new HSSFWorkbook()) {
			var sheet = workbook.createSheet("花名册");
			workbook.setSheetHidden(workbook.getSheetIndex(workbook.createSheet("Sheet2")), true);
			var day = workbook.createCellStyle();
			day.setDataFormat((short) 14);
			this.rows.forEach((number, line) -> write(sheet, number, line, day));
			this.merges.forEach((merge) -> sheet
				.addMergedRegionUnsafe(new CellRangeAddress(merge[0] - 1, merge[1] - 1, merge[2], merge[3])));
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			workbook.write(out);
		}
		return out.toByteArray();
	}

	private static void write(HSSFSheet sheet, int number, List<MadeCell> line, HSSFCellStyle day) {
		var row = sheet.createRow(number - 1);
		for (var column = 0; column < line.size(); column++) {
			var cell = line.get(column);
			if (!cell.isEmpty()) {
				write(row.createCell(column), cell, day);
			}
		}
	}

	private static void write(HSSFCell cell, MadeCell made, HSSFCellStyle day) {
		switch (made.kind()) {
			case TEXT -> cell.setCellValue(made.text());
			case NUMBER -> cell.setCellValue(Double.parseDouble(made.text()));
			case DAY -> {
				cell.setCellValue(LocalDate.parse(made.text()));
				cell.setCellStyle(day);
			}
			case FORMULA -> cell.setCellFormula("\"" + made.text() + "\"&\"\"");
			case FAILED -> cell.setCellErrorValue(FormulaError.NA);
		}
	}

	private byte[] csv() {
		var separator = one(List.of(",", "\t", ";"));
		var text = new StringBuilder();
		for (var number = 1; number <= this.row; number++) {
			var line = this.rows.getOrDefault(number, List.of());
			text.append(String.join(separator, line.stream().map((cell) -> field(cell, separator)).toList()))
				.append("\r\n");
		}
		return switch (this.random.nextInt(4)) {
			case 0 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
			case 1 -> text.toString().getBytes(StandardCharsets.UTF_8);
			case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
			default -> text.toString().getBytes(Charset.forName("GB18030"));
		};
	}

	private static String field(MadeCell cell, String separator) {
		var text = switch (cell.kind()) {
			// As a spreadsheet saves a number that is too long for its column.
			case NUMBER -> (cell.text().length() > 11)
					? cell.text().charAt(0) + "." + cell.text().substring(1, 6) + "E+" + (cell.text().length() - 1)
					: cell.text();
			case DAY -> LocalDate.parse(cell.text()).format(DateTimeFormatter.ofPattern("yyyy/M/d"));
			default -> cell.text();
		};
		return (text.contains(separator) || text.contains("\n") || text.contains("\"") || text.contains("\r"))
				? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}

}
