package org.nuanyang.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that somebody types and everybody reads, looked through for anybody's number,
 * home and hardship, and compared with the families on the list. A school may be called
 * after its village: its name is taken out before homes are looked for.
 */
final class FreeWords {

	/** 禾田镇北湾村小学: a place that only names a school. */
	private static final Pattern SCHOOL = Pattern
		.compile("[\\p{IsHan}&&[^组号栋幢室户家住]]{0,12}?" + "(?:村|庄|屯|寨|湾|镇|乡|县|市|区|路|街道?|巷|社区)(?:第?[一二三四五六七八九十0-9]{1,3})?"
				+ "(?:中心|实验|民族|希望|完全|寄宿制?|初级|高级|联合|九年一贯制)*(?:小学|中学|学校|完小|幼儿园|教学点|中心校|学区)");

	/** Rooms and working groups, which are no homes. */
	private static final Pattern ROOM = Pattern
		.compile("(?:办公|传达|门卫|值班|接待|档案|会议|资料|教)室|(?:工作|领导|评审|评议|认定|教研|年级|资助)小?组");

	/** A hamlet by its name alone: 河东镇李家庄. */
	private static final Pattern HAMLET = Pattern.compile("(?:乡|镇|街道)\\p{IsHan}{0,6}?(?:庄|屯|寨|湾|坪|坝|沟|岭|坳|堡|疃|峪)");

	/**
	 * Where somebody lives, in words that are not a line of the list: 村三组, 小区3栋, 12号. Not
	 * 1号楼, 2号窗口, 每月5号 or a document's 〔2026〕3号.
	 */
	private static final Pattern DWELLING = Pattern
		.compile(("(?:村|社区|小区|路|街|巷|弄)\\p{IsHan}{0,6}?\\s*N(?:组|号|栋|幢|室|单元|户)OFFICE"
				+ "|(?:村|小区|路|街|巷|弄)\\s*[0-9]{1,4}+(?!\\s*[:点时年月日])|N(?:栋|幢|单元)OFFICE|(?<![月〕\\])第])N号OFFICE")
			.replace("N", "(?<![0-9〇零一二三四五六七八九十百])[0-9〇零一二三四五六七八九十百]{1,5}+\\s*")
			.replace("OFFICE", "(?!\\s*(?:[楼门厅箱文开前后起至、]|信箱|意见|窗口|办公|教[学室]))"));

	/** Whoever is somebody's family is not the school's office. */
	private static final Pattern KIN = Pattern
		.compile("爷爷|奶奶|姥姥|姥爷|外公|外婆|爸爸|妈妈|父亲|母亲|家长(?![学委会])|监护人|叔叔|婶婶|伯父|伯母|舅[舅妈]|姑[姑父妈]"
				+ "|姨[妈父]|哥哥|姐姐|的(?:爸|妈|爹|娘|父|母|爷|奶)");

	/** Words of the matter itself, which tell of nobody. */
	private static final Pattern MATTER = Pattern.compile("家庭经济(?:特别|比较|一般)?困难(?:学生)?|困难学生认定|困难认定|认定困难");

	private final KnownFamilies families;

	private final List<String> schools;

	FreeWords(KnownFamilies families, Collection<String> schools) {
		this.families = families;
		this.schools = schools.stream().filter((name) -> !name.isBlank()).map(WrittenNumbers::plain).toList();
	}

	/** What the office's own words must not contain. */
	List<PrivacyRisk> risks(String text) {
		var found = new ArrayList<>(PrivacyCheck.risks(text));
		found.remove(PrivacyRisk.ADDRESS);
		found.addAll(families(text));
		if (isHome(text)) {
			found.add(PrivacyRisk.ADDRESS);
		}
		return found;
	}

	/** Of the person to turn to beside. */
	List<PrivacyRisk> ofPerson(String text) {
		var found = risks(text);
		if (KIN.matcher(WrittenNumbers.plain(text).replaceAll("\\s+", "")).find()) {
			found.add(PrivacyRisk.KIN);
		}
		return found;
	}

	/**
	 * What an answer to a stranger must not contain: there a day is no birthday, and a
	 * number is masked where it is shown.
	 */
	List<PrivacyRisk> ofAnswer(String text) {
		var found = new ArrayList<>(families(text));
		if (isHome(text)) {
			found.add(PrivacyRisk.ADDRESS);
		}
		if (PrivacyCheck.isHardship(MATTER.matcher(WrittenNumbers.plain(text).replaceAll("\\s+", "")).replaceAll(""))) {
			found.add(PrivacyRisk.CATEGORY);
		}
		return found;
	}

	/**
	 * The families' own, and nothing else: for the telephone, which is a number itself.
	 */
	List<PrivacyRisk> families(String text) {
		var found = new ArrayList<PrivacyRisk>();
		if (this.families.names(ofOthers(text))) {
			found.add(PrivacyRisk.PERSON);
		}
		if (this.families.rings(text)) {
			found.add(PrivacyRisk.THEIR_PHONE);
		}
		if (this.families.livesAt(withoutSchools(text))) {
			found.add(PrivacyRisk.THEIR_HOME);
		}
		return found;
	}

	private boolean isHome(String text) {
		var places = withoutSchools(text);
		var rooms = ROOM.matcher(places).replaceAll("处");
		return DWELLING.matcher(places).find() || PrivacyCheck.isAddress(rooms) || HAMLET.matcher(rooms).find();
	}

	private String withoutSchools(String text) {
		return SCHOOL.matcher(ofOthers(text)).replaceAll("学校");
	}

	/** Without the school's own name, which somebody's may be part of. */
	private String ofOthers(String text) {
		var words = WrittenNumbers.plain(text);
		for (var school : this.schools) {
			words = words.replace(school, "学校");
		}
		return words;
	}

}
