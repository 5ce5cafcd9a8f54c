package org.nuanyang.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** How one school happens to write things: one of the ways that are all in order. */
final class MadeHand {

	private static final String DIGITS = "〇一二三四五六七八九";

	private final Random random;

	private final boolean male;

	private final boolean together;

	private final String[] sexes;

	private final String[] yesNo;

	private final String[] boarding;

	private final Function<LocalDate, MadeCell> day;

	private final List<Function<MadeChild, MadeCell>> places;

	private final Function<MadeChild, MadeCell> gradeAlone;

	private final Function<MadeChild, MadeCell> classAlone;

	MadeHand(Random random) {
		this.random = random;
		this.male = random.nextBoolean();
		this.together = random.nextBoolean();
		this.sexes = one(new String[] { "男", "女" }, new String[] { "1", "2" }, new String[] { "M", "F" },
				new String[] { "男性", "女性" }, new String[] { "男生", "女生" }, new String[] { "1-男", "2-女" });
		this.yesNo = one(new String[] { "是", "否" }, new String[] { "1", "0" }, new String[] { "有", "无" },
				new String[] { "√", "" }, new String[] { "Y", "N" }, new String[] { "是", "" });
		this.boarding = one(new String[] { "住校", "走读" }, new String[] { "2-住校", "1-走读" }, new String[] { "寄宿", "走读" },
				new String[] { "是", "否" }, new String[] { "住校生", "走读生" });
		this.day = days();
		this.places = List.of((child) -> text(child.grade + "." + child.schoolClass),
				(child) -> text(han(child.grade) + "(" + child.schoolClass + ")班"),
				(child) -> text(han(child.grade) + "（" + child.schoolClass + "）班"),
				(child) -> text(han(child.grade) + "(" + child.schoolClass + ")"),
				(child) -> text(han(child.grade) + "年级" + han(child.schoolClass) + "班"),
				(child) -> text(child.grade + "年级" + child.schoolClass + "班"),
				(child) -> text(child.grade + "0" + child.schoolClass),
				(child) -> MadeCell.number(child.grade + "0" + child.schoolClass),
				(child) -> text(entered(child) + "级(" + child.schoolClass + ")班"),
				(child) -> text(child.grade + "-" + child.schoolClass),
				(child) -> text("小学" + han(child.grade) + "年级(" + child.schoolClass + ")班"),
				(child) -> text(han(child.grade) + "·" + child.schoolClass),
				(child) -> text(han(child.grade) + child.schoolClass + "班"),
				(child) -> text((entered(child) % 100) + "级" + child.schoolClass + "班"));
		this.gradeAlone = one((child) -> text(han(child.grade) + "年级"), (child) -> text(han(child.grade)),
				(child) -> MadeCell.number(String.valueOf(child.grade)), (child) -> text(entered(child) + "级"),
				(child) -> MadeCell.number(String.valueOf(entered(child))), (child) -> text(child.grade + "年级"),
				(child) -> text("小学" + han(child.grade) + "年级"));
		this.classAlone = one((child) -> text(child.schoolClass + "班"), (child) -> text("(" + child.schoolClass + ")班"),
				(child) -> MadeCell.number(String.valueOf(child.schoolClass)), (child) -> text("0" + child.schoolClass),
				(child) -> text(han(child.schoolClass) + "班"));
	}

	private static MadeCell text(String text) {
		return MadeCell.text(text);
	}

	private static int entered(MadeChild child) {
		return 2027 - child.grade;
	}

	private static String han(int number) {
		return DIGITS.substring(number, number + 1);
	}

	@SafeVarargs
	final <T> T one(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private Function<LocalDate, MadeCell> days() {
		return one((day) -> written(day, "yyyyMMdd"), (day) -> written(day, "yyyy-MM-dd"),
				(day) -> written(day, "yyyy.M.d"), (day) -> written(day, "yyyy/M/d"),
				(day) -> written(day, "yyyy年M月d日"), (day) -> written(day, "yyyy-MM-dd HH:mm:ss"), MadeCell::day,
				(day) -> MadeCell.number(day.format(DateTimeFormatter.BASIC_ISO_DATE)),
				(day) -> MadeCell.number(String.valueOf(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day))));
	}

	private static MadeCell written(LocalDate day, String pattern) {
		return text(day.atStartOfDay().format(DateTimeFormatter.ofPattern(pattern)));
	}

	/** Whether grade and class share a column. */
	boolean together() {
		return this.together;
	}

	boolean withSchoolCode() {
		return this.male;
	}

	MadeCell day(LocalDate day) {
		return this.day.apply(day);
	}

	MadeCell yes(boolean answer) {
		return text(this.yesNo[answer ? 0 : 1]);
	}

	/** Writes everything about the child as this school does. */
	void write(MadeChild child, MadeChild mother) {
		child.put("name", child.name)
			.put("idType", one("居民身份证", "1", "身份证"))
			.put("idNumber", child.id)
			.put("registryNumber", "G" + child.id)
			.put("sex", this.sexes[child.boy ? 0 : 1])
			.put("bornOn", this.day.apply(child.born))
			.put("ethnicity", one("汉族", "01", "汉", "苗族"))
			.put("boarding", this.boarding[this.random.nextInt(2)])
			.put("address", "某省某县某镇第" + (1 + this.random.nextInt(9)) + "村")
			.put("phone", phone());
		if (this.together) {
			child.put("schoolClass", one(this.places).apply(child));
		}
		else {
			child.put("grade", this.gradeAlone.apply(child)).put("schoolClass", this.classAlone.apply(child));
		}
		child.put("leftBehind", one("非留守儿童", "0", "否", "", "单亲留守", "双亲留守儿童", "2"))
			.put("disability", one("", "无", "无残疾", "肢体残疾", "听力", "0"))
			.put("residence", one("农业", "1", "非农业户口", "", "2"));
		for (var field : List.of("orphan", "martyrFamily", "needsAid", "receivesSubsidy")) {
			child.put(field, yes(this.random.nextInt(5) == 0));
		}
		child.put("guardian1Name", mother.name)
			.put("guardian1Relation", one("母亲", "父亲", "祖父", "其他监护人"))
			.put("guardian1Phone", phone())
			.put("guardian1IdNumber", mother.id);
	}

	private MadeCell one(List<Function<MadeChild, MadeCell>> ways, MadeChild child) {
		return ways.get(this.random.nextInt(ways.size())).apply(child);
	}

	private Function<MadeChild, MadeCell> one(List<Function<MadeChild, MadeCell>> ways) {
		return (child) -> one(ways, child);
	}

	private MadeCell phone() {
		var digits = "199000" + (10_000 + this.random.nextInt(90_000));
		return one(text(digits), MadeCell.number(digits), text("+86 " + digits),
				text(digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7)), text(""));
	}

}
