package org.nuanyang.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Everything that goes wrong in a row (data-exchange 5.1 to 5.4, 5.6, 5.7), with what an
 * honest dry run must say of it, and what looks wrong but is not.
 */
final class MadeFaults {

	/**
	 * @param fits whether the story can be told of this child in this table
	 */
	record Fault(String story, Predicate<Setting> fits, BiConsumer<MadeChild, Setting> spoil) {

	}

	/** Where a row stands. */
	record Setting(MadeHand hand, MadeTable.Format format) {

		boolean isText() {
			return this.format == MadeTable.Format.CSV;
		}

	}

	private final List<Fault> faults = new ArrayList<>();

	private MadeFaults() {
		names();
		numbers();
		registryNumbers();
		births();
		places();
		circumstances();
		families();
		cells();
	}

	static List<Fault> all() {
		return new MadeFaults().faults;
	}

	private void names() {
		always("name missing", (child) -> {
			child.put("name", "").error("name", "kernel.name.missing");
		});
		always("digit in the name", (child) -> {
			child.put("name", child.name + "1").error("name", "kernel.name.character");
		});
		always("a character of a local font", (child) -> {
			child.put("name", "王\uE123").error("name", "kernel.name.private");
		});
		always("name with spaces inside", (child) -> {
			child.put("name", child.name.charAt(0) + "　 " + child.name.substring(1)).note("name", "roster.name.tidied");
		});
		always("name over two lines", (child) -> {
			child.put("name", child.name.charAt(0) + "\n" + child.name.substring(1)).note("name", "roster.name.tidied");
		});
		for (var dot : List.of("·", "•", "・", "．", "‧")) {
			always("a name with the dot " + dot, (child) -> child.put("name", "样" + child.name + dot + "例例"));
		}
		always("a rare character", (child) -> child.put("name", "𬱖" + child.name));
	}

	private void numbers() {
		always("check digit", (child) -> {
			child.put("idNumber", child.id.substring(0, 17) + ((child.id.endsWith("3")) ? "4" : "3"))
				.error("idNumber", "kernel.id.check");
		});
		always("one digit short", (child) -> {
			child.put("idNumber", child.id.substring(0, 17)).error("idNumber", "kernel.id.length");
		});
		always("fifteen digits", (child) -> {
			child.put("idNumber", child.id.substring(0, 6) + child.id.substring(8, 17))
				.error("idNumber", "kernel.id.fifteen");
		});
		always("a letter among the digits", (child) -> {
			child.put("idNumber", child.id.substring(0, 9) + "O" + child.id.substring(10))
				.error("idNumber", "kernel.id.character");
		});
		always("a number of 30 February", (child) -> {
			child
				.put("idNumber",
						MadeChild.checked("100000" + child.born.getYear() + "0230" + child.id.substring(14, 17)))
				.error("idNumber", "kernel.id.date");
		});
		always("number missing", (child) -> {
			child.put("idNumber", "").error("idNumber", "roster.id.missing");
		});
		always("a dash for a number", (child) -> {
			child.put("idNumber", "——").error("idNumber", "roster.id.missing");
		});
		always("digits lost in a number cell", (child) -> {
			child.put("idNumber", MadeCell.number(child.id.substring(0, 15) + "000"))
				.error("idNumber", "importing.cell.lost-digits");
		});
		always("digits lost before, now text", (child) -> {
			var spoiled = child.id.substring(0, 15) + "000";
			// One in eleven is a correct number by chance: such a one cannot be told.
			var told = MadeChild.checked(spoiled.substring(0, 17)).equals(spoiled) ? child.id.substring(0, 14) + "0000"
					: spoiled;
			child.put("idNumber", told).error("idNumber", "importing.cell.lost-digits");
		});
		always("full-width digits", (child) -> {
			child.put("idNumber", wide(child.id)).note("idNumber", "roster.id.tidied");
		});
		always("spaces and an apostrophe", (child) -> {
			child
				.put("idNumber",
						"'" + child.id.substring(0, 6) + " " + child.id.substring(6, 14) + "\u00A0"
								+ child.id.substring(14) + " ")
				.note("idNumber", "roster.id.tidied");
		});
		always("a line break in the number", (child) -> {
			child.put("idNumber", child.id.substring(0, 10) + "\n" + child.id.substring(10))
				.note("idNumber", "roster.id.tidied");
		});
		always("an abolished region", (child) -> {
			var number = MadeChild.checked("100001" + child.id.substring(6, 17));
			child.put("idNumber", number).put("registryNumber", "G" + number).note("idNumber", "roster.id.region");
		});
		always("the disability certificate instead", (child) -> {
			child.put("idNumber", child.id + "42").confirm("idNumber", "roster.id.disability-certificate");
		});
		always("document type unknown", (child) -> {
			child.put("idType", "军官证").error("idType", "roster.id.type-unknown");
		});
		always("a passport", (child) -> child.put("idType", "护照").put("idNumber", "E1" + child.id.substring(8, 17)));
		withoutDocument();
	}

	private void withoutDocument() {
		always("no document, but a guardian with one",
				(child) -> child.put("idType", "其他").put("idNumber", "无").put("registryNumber", "J" + child.id));
		always("no document at all", (child) -> {
			child.put("idType", "无证件")
				.put("idNumber", "")
				.put("registryNumber", "")
				.put("guardian1IdNumber", "")
				.error("guardian1IdNumber", "roster.guardian.id-needed");
			child.confirm("registryNumber", "roster.registry.missing");
		});
		always("no document and no sex", (child) -> {
			child.put("idType", "Z")
				.put("idNumber", "")
				.put("registryNumber", "J" + child.id)
				.put("sex", "")
				.error("sex", "roster.sex.missing");
		});
		always("no document and no birth date", (child) -> {
			child.put("idType", "其他")
				.put("idNumber", "")
				.put("registryNumber", "J" + child.id)
				.put("bornOn", "")
				.error("bornOn", "roster.born.missing");
		});
		always("no document and the month only", (child) -> {
			child.put("idType", "其他")
				.put("idNumber", "")
				.put("registryNumber", "J" + child.id)
				.put("bornOn", child.born.getYear() + "年" + child.born.getMonthValue() + "月")
				.error("bornOn", "roster.born.month-only");
		});
	}

	private void registryNumbers() {
		always("no registry number", (child) -> {
			child.put("registryNumber", "无").confirm("registryNumber", "roster.registry.missing");
		});
		always("registry number without its letter", (child) -> {
			child.put("registryNumber", child.id).confirm("registryNumber", "roster.registry.without-letter");
		});
		always("registry number too short", (child) -> {
			child.put("registryNumber", "G" + child.id.substring(0, 17))
				.error("registryNumber", "kernel.registry.length");
		});
		always("registry number with another letter", (child) -> {
			child.put("registryNumber", "K" + child.id).error("registryNumber", "kernel.registry.character");
		});
		always("a J number with a wrong check digit", (child) -> {
			child.put("registryNumber", "J" + child.id.substring(0, 17) + ((child.id.endsWith("3")) ? "4" : "3"))
				.error("registryNumber", "kernel.registry.check");
		});
		always("a G number of an earlier id", (child) -> {
			child.put("registryNumber", "G" + MadeChild.id("100000", child.born.minusDays(400), child.boy, 3))
				.confirm("registryNumber", "roster.registry.disagrees");
		});
		always("a temporary number", (child) -> child.put("registryNumber",
				"l" + child.id.substring(0, 14) + "00" + child.id.substring(15, 17)));
		always("a J number", (child) -> child.put("registryNumber", "J" + child.id));
		always("registry number in a number cell", (child) -> {
			child.put("registryNumber", MadeCell.number("1" + child.id.substring(1, 15) + "000"))
				.error("registryNumber", "importing.cell.lost-digits");
		});
	}

	private void births() {
		always("sex disagrees", (child) -> {
			child.put("sex", child.boy ? "女" : "男")
				.confirm("sex", "roster.sex.disagrees." + (child.boy ? "MALE" : "FEMALE"));
		});
		always("sex unknown", (child) -> {
			child.put("sex", "待查").error("sex", "roster.sex.unknown");
		});
		always("sex left to the number", (child) -> child.put("sex", ""));
		always("birth date left to the number", (child) -> child.put("bornOn", ""));
		always("birth date disagrees", (child) -> {
			child.put("bornOn", written(child.born.plusDays(1))).confirm("bornOn", "roster.born.disagrees");
		});
		always("birth month agrees",
				(child) -> child.put("bornOn", child.born.getYear() + "." + child.born.getMonthValue()));
		always("birth month disagrees", (child) -> {
			var other = child.born.plusMonths(2);
			child.put("bornOn", other.getYear() + "年" + other.getMonthValue() + "月")
				.confirm("bornOn", "roster.born.disagrees");
		});
		for (var day : List.of("20150230", "2015-13-01", "2015.4.31", "2015年2月29日")) {
			always("no such day " + day, (child) -> {
				child.put("bornOn", day).error("bornOn", "roster.born.impossible");
			});
		}
		always("no date at all", (child) -> {
			child.put("bornOn", "属马").error("bornOn", "roster.born.unreadable");
		});
		always("a parent's number", (child) -> {
			var born = LocalDate.of(1985, 1, 2).plusDays(child.born.getDayOfYear());
			bornOn(child, born).error("bornOn", "roster.age.impossible");
		});
		always("too old for the grade", (child) -> {
			var born = LocalDate.of(2027 - child.grade - 6 - 5, 3, 4);
			bornOn(child, born).confirm("bornOn", "roster.age.unusual");
		});
	}

	private static MadeChild bornOn(MadeChild child, LocalDate born) {
		var number = MadeChild.id("100000", born, child.boy, Integer.parseInt(child.id.substring(15, 17)));
		return child.put("idNumber", number).put("registryNumber", "G" + number).put("bornOn", written(born));
	}

	private void places() {
		apart("grade unreadable", (child) -> {
			child.put("grade", "小班").error("grade", "roster.grade.unreadable");
		});
		apart("grade missing", (child) -> {
			child.put("grade", "").error("grade", "roster.grade.missing");
		});
		apart("a grade of another school", (child) -> {
			child.put("grade", "七年级").error("grade", "roster.grade.not-here");
		});
		apart("the class names another grade", (child) -> {
			child.put("schoolClass", ((child.grade == 3) ? "四" : "三") + "年级1班")
				.error("schoolClass", "roster.class.disagrees");
		});
		together("a class of another school", (child) -> {
			child.put("schoolClass", "八(1)班").error("schoolClass", "roster.grade.not-here");
		});
		together("a class that became a date", (child) -> {
			child.put("schoolClass", MadeCell.day(LocalDate.of(2026, child.grade, child.schoolClass)))
				.confirm("schoolClass", "roster.class.date");
		});
		always("class missing", (child) -> {
			child.put("schoolClass", "").error("schoolClass", "roster.class.missing");
		});
		always("class unreadable", (child) -> {
			child.put("schoolClass", "实验班").error("schoolClass", "roster.class.unreadable");
		});
		always("of another school", (child) -> {
			child.put("schoolCode", "3999000001").confirm("schoolCode", "roster.school.other");
		});
	}

	private void circumstances() {
		always("boarding not told", (child) -> {
			child.put("boarding", "").confirm("boarding", "roster.boarding.missing");
		});
		always("boarding unreadable", (child) -> {
			child.put("boarding", "步行").confirm("boarding", "roster.boarding.unknown");
		});
		always("left behind by whom?", (child) -> {
			child.put("leftBehind", "是").confirm("leftBehind", "roster.code.unknown.leftBehind");
		});
		always("an unknown disability", (child) -> {
			child.put("disability", "有残疾证").confirm("disability", "roster.code.unknown.disability");
		});
		for (var field : List.of("orphan", "martyrFamily", "needsAid", "receivesSubsidy")) {
			always("perhaps " + field, (child) -> {
				child.put(field, "待定").confirm(field, "roster.code.unsettled");
			});
		}
	}

	private void families() {
		always("a phone that is none", (child) -> {
			child.put("phone", "12345").confirm("phone", "roster.phone.wrong");
		});
		always("a guardian's phone that is none", (child) -> {
			child.put("guardian1Phone", "110").confirm("guardian1Phone", "roster.phone.wrong");
		});
		always("guardian with the child's number", (child) -> {
			child.put("guardian1IdNumber", child.id).error("guardian1IdNumber", "roster.guardian.same-id");
		});
		always("guardian's check digit", (child) -> {
			var number = child.cell("guardian1IdNumber").text();
			child.put("guardian1IdNumber", number.substring(0, 17) + (number.endsWith("3") ? "4" : "3"))
				.confirm("guardian1IdNumber", "roster.guardian.id-wrong");
		});
		always("guardian's digits lost", (child) -> {
			child
				.put("guardian1IdNumber",
						MadeCell.number(child.cell("guardian1IdNumber").text().substring(0, 15) + "000"))
				.error("guardian1IdNumber", "importing.cell.lost-digits");
		});
		always("guardian without a name", (child) -> {
			child.put("guardian1Name", "").confirm("guardian1Name", "roster.guardian.name-missing");
		});
		always("guardian with a strange name", (child) -> {
			child.put("guardian1Name", "王(父)").confirm("guardian1Name", "roster.guardian.name-wrong");
		});
		always("no guardian",
				(child) -> child.put("guardian1Name", "")
					.put("guardian1Relation", "")
					.put("guardian1Phone", "")
					.put("guardian1IdNumber", ""));
	}

	private void cells() {
		for (var text : List.of("=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+某镇某村")) {
			always("formula text " + text, (child) -> {
				child.put("address", text).confirm("address", "importing.cell.formula-text");
			});
		}
		inBinary("a formula with its result", (child) -> {
			child.put("ethnicity", MadeCell.formula("汉族")).confirm("ethnicity", "importing.cell.formula");
		});
		inBinary("a formula that failed", (child) -> {
			child.put("ethnicity", MadeCell.failed()).error("ethnicity", "importing.cell.failed");
		});
	}

	private void always(String story, Consumer<MadeChild> spoil) {
		add(story, (setting) -> true, spoil);
	}

	private void apart(String story, Consumer<MadeChild> spoil) {
		add(story, (setting) -> !setting.hand().together(), spoil);
	}

	private void together(String story, Consumer<MadeChild> spoil) {
		add(story, (setting) -> setting.hand().together() && !setting.isText(), spoil);
	}

	private void inBinary(String story, Consumer<MadeChild> spoil) {
		add(story, (setting) -> setting.format() == MadeTable.Format.XLS, spoil);
	}

	private void add(String story, Predicate<Setting> fits, Consumer<MadeChild> spoil) {
		this.faults.add(new Fault(story, fits, (child, setting) -> spoil.accept(child)));
	}

	private static String written(LocalDate day) {
		return day.getYear() + "-" + day.getMonthValue() + "-" + day.getDayOfMonth();
	}

	private static String wide(String digits) {
		var wide = new StringBuilder();
		digits.chars().forEach((character) -> wide.append((char) (character + 0xFEE0)));
		return wide.toString();
	}

}
