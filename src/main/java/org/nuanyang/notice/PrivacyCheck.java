package org.nuanyang.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Looks through everything a notice would show for what must never stand there: 身份证件号码,
 * 电话, 银行卡号, 学籍号, 出生日期, 住址, 困难类别 and its reasons. Pupils' lines are held to what a name, a
 * grade and a class may be at all; what the office types, to {@link FreeWords}.
 */
final class PrivacyCheck {

	/** Digits that people split up with spaces, dots or strokes are still one number. */
	private static final Pattern SPLIT_DIGITS = Pattern.compile("(?<=[0-9])[\\s\\-‐-―_.·,，、/*()（）]+(?=[0-9xX])");

	/**
	 * Digits in words, or in words and figures: as many as a telephone has. 一、二、三 is a
	 * list of grades, so commas end it.
	 */
	private static final Pattern SPELLED_NUMBER = Pattern
		.compile("D(?:[\\s\\-‐-―_.·]*D){6,}".replace("D", "[0-9" + String.join("", WrittenNumbers.DIGITS) + "]"));

	private static final Map<PrivacyRisk, Pattern> NUMBERS = new EnumMap<>(
			Map.of(PrivacyRisk.ID_NUMBER, Pattern.compile("(?<![0-9])(?:[0-9]{17}[0-9xX]|[0-9]{15})(?![0-9])"),
					PrivacyRisk.ACCOUNT, Pattern.compile("(?<![0-9])[0-9]{12,}(?![0-9])"), PrivacyRisk.REGISTRY_NUMBER,
					Pattern.compile("[GJLgjl]\\s*[0-9]{8,}"), PrivacyRisk.PHONE,
					Pattern.compile("(?<![0-9])(?:1[3-9][0-9]{9}|[0-9]{7,11})(?![0-9])")));

	private static final Pattern BIRTH_DATE = Pattern
		.compile("(?:19|20)[0-9]{2}\\s*[年\\-./]\\s*[01]?[0-9]\\s*[月\\-./]\\s*[0-3]?[0-9]|[0-9]{1,2}月[0-9]{1,2}[日号]"
				+ "|(?<![0-9])(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9])|出生|生日");

	/** Two places, one inside the other: 县…乡, 乡…村, 村…组, 路…号. One alone may be a name. */
	private static final Pattern ADDRESS = Pattern
		.compile("(?:省|市|县|区|自治州|旗).{0,8}(?:乡|镇|街道|村|社区|路)|(?:乡|镇|街道).{0,8}(?:村|组|社区|路|街)"
				+ "|(?:村|社区|路|街|巷|弄|小区).{0,8}(?:组|号|栋|幢|室|单元)|住址|地址");

	private static final Pattern CATEGORY = Pattern
		.compile("低保|特困|五保|贫困|脱贫|困难|困境|建档立卡|监测户|易返贫|" + "残疾|残障|重残|孤儿|孤残|无人抚养|烈士|烈属|留守|单亲|离异|父亡|母亡|双亡|丧父|丧母|服刑|戒毒|失联|"
				+ "低收入|支出型|救助|重病|大病|患病|疾病|癌|白血病|艾滋|精神病|抑郁|失业|负债|欠债|受灾|车祸|优抚|退役|低边");

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·•・．.\\-'’ ]{1,40}");

	/** A Chinese name part is short; a sentence or an address is not. */
	private static final Pattern LONG_PART = Pattern.compile("\\p{IsHan}{9,}");

	private static final Pattern GRADE = Pattern.compile("[一二三四五六七八九]年级|学前班|[小中大]班|高[一二三]");

	private static final Pattern CLASS = Pattern.compile("(?:[一二三四五六七八九]年级)?[(（]?[0-9]{1,2}[)）]?班|\\p{IsHan}{1,4}班");

	private PrivacyCheck() {
	}

	static List<PrivacyFinding> of(NoticeContact contact, List<NoticeRow> rows, FreeWords words) {
		var findings = new ArrayList<PrivacyFinding>();
		field("office", contact.office(), words::risks, findings);
		field("contactName", contact.name(), words::ofPerson, findings);
		field("contactPhone", contact.phone(), (phone) -> phone(phone, words), findings);
		field("contactMail", contact.mail(), words::risks, findings);
		field("letterBox", contact.letterBox(), words::risks, findings);
		rows.forEach((row) -> line(row, findings));
		return List.copyOf(findings);
	}

	private static void field(String field, @Nullable String text, Function<String, List<PrivacyRisk>> look,
			List<PrivacyFinding> findings) {
		if (text != null) {
			look.apply(text).stream().distinct().forEach((risk) -> findings.add(PrivacyFinding.inField(field, risk)));
		}
	}

	/** A number to ring, nobody's at home, and nothing else beside it. */
	private static List<PrivacyRisk> phone(String phone, FreeWords words) {
		var found = new ArrayList<>(words.families(phone));
		if (!phone.matches(NoticeContact.PHONE)) {
			found.add(PrivacyRisk.NOT_ALLOWED);
		}
		return found;
	}

	private static void line(NoticeRow row, List<PrivacyFinding> findings) {
		cell(row, "name", row.name(), isName(row.name()), findings);
		cell(row, "grade", row.gradeName(), GRADE.matcher(row.gradeName()).matches(), findings);
		cell(row, "class", row.className(), CLASS.matcher(row.className()).matches(), findings);
	}

	private static void cell(NoticeRow row, String column, String text, boolean wellFormed,
			List<PrivacyFinding> findings) {
		var risks = risks(text);
		risks.forEach((risk) -> findings.add(PrivacyFinding.inRow(row.position(), column, risk)));
		if (risks.isEmpty() && !wellFormed) {
			findings.add(PrivacyFinding.inRow(row.position(), column, PrivacyRisk.NOT_ALLOWED));
		}
	}

	private static boolean isName(String name) {
		return NAME.matcher(name).matches() && !LONG_PART.matcher(name).find();
	}

	static List<PrivacyRisk> risks(String text) {
		var plain = WrittenNumbers.plain(text);
		var joined = SPLIT_DIGITS.matcher(plain).replaceAll("");
		var figures = SPELLED_NUMBER.matcher(plain).replaceAll((number) -> WrittenNumbers.figures(number.group()));
		var spelled = SPLIT_DIGITS.matcher(figures).replaceAll("");
		var found = new ArrayList<PrivacyRisk>();
		NUMBERS.forEach((risk, pattern) -> {
			if (pattern.matcher(joined).find() || pattern.matcher(spelled).find()) {
				found.add(risk);
			}
		});
		add(found, PrivacyRisk.BIRTH_DATE, BIRTH_DATE, plain);
		add(found, PrivacyRisk.ADDRESS, ADDRESS, plain);
		add(found, PrivacyRisk.CATEGORY, CATEGORY, plain.replaceAll("\\s+", ""));
		return found;
	}

	static boolean isAddress(String plain) {
		return ADDRESS.matcher(plain).find();
	}

	static boolean isHardship(String plain) {
		return CATEGORY.matcher(plain).find();
	}

	private static void add(List<PrivacyRisk> found, PrivacyRisk risk, Pattern pattern, String text) {
		if (pattern.matcher(text).find()) {
			found.add(risk);
		}
	}

}
