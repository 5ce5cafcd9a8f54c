package org.nuanyang.notice;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.student.FamilyTraces;

import static org.assertj.core.api.Assertions.assertThat;

class PrivacyCheckTests {

	private static final NoticeContact OFFICE = new NoticeContact("学校学生资助办公室（综合楼 104）", "沈样一", "0900-0000000",
			"zizhu@hetian.example", "校门口意见箱，每天 17:00 开箱");

	private static NoticeRow row(String name, String grade, String schoolClass) {
		return new NoticeRow(1, 1, name, grade, schoolClass, null);
	}

	private static List<PrivacyFinding> check(NoticeContact contact, List<NoticeRow> rows) {
		return PrivacyCheck.of(contact, rows, new FreeWords(KnownFamilies.NONE, List.of("石桥村小学")));
	}

	private static List<PrivacyRisk> risksOfName(String name) {
		return check(OFFICE, List.of(row(name, "五年级", "(2)班"))).stream().map(PrivacyFinding::risk).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "林例一", "欧阳例", "阿卜杜热合曼·买买提依明", "Anna Maria O’Neil", "𠮷例", "王小路", "李村", "丁一" })
	void namesPass(String name) {
		assertThat(risksOfName(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "五年级,(2)班", "一年级,1班", "九年级,（12）班", "三年级,三年级(2)班", "六年级,春晓班" })
	void gradesAndClassesPass(String grade, String schoolClass) {
		assertThat(check(OFFICE, List.of(row("林例一", grade, schoolClass)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "林例一 100000201603010017,ID_NUMBER", "100000 20160301 001X,ID_NUMBER", "１０００００２０１６０３０１００１７,ID_NUMBER",
			"100000-201603-010017,ID_NUMBER", "100000160301001,ID_NUMBER", "G100000201603010017,REGISTRY_NUMBER",
			"林例一19900000001,PHONE", "199 0000 0001,PHONE", "199\u200b0000\u200b0001,PHONE", "0900-0000001,PHONE",
			"6222 0000 0000 0000 001,ACCOUNT", "6222000000000000,ACCOUNT", "2016-03-01,BIRTH_DATE",
			"2016年3月1日,BIRTH_DATE", "20160301,BIRTH_DATE", "3月1日出生,BIRTH_DATE", "示例县禾田乡北湾村3组,ADDRESS", "北湾村三组,ADDRESS",
			"和平路8号,ADDRESS", "林例一（低保）,CATEGORY", "孤儿林例一,CATEGORY", "林例一 建 档 立 卡,CATEGORY", "父亲患病,CATEGORY",
			"林例一2,NOT_ALLOWED", "<b>林</b>,NOT_ALLOWED", "=1+1,NOT_ALLOWED", "'',NOT_ALLOWED" })
	void whatMustNotStandInANameIsFound(String name, PrivacyRisk risk) {
		assertThat(risksOfName(name)).contains(risk);
	}

	@ParameterizedTest
	@CsvSource({ "残疾学生,(2)班", "五年级,低保班", "五年级,19900000001", "五年级,(2)班 北湾村3组", "2016年级,(1)班", "五年级,123班" })
	void gradeAndClassHoldNothingElse(String grade, String schoolClass) {
		assertThat(check(OFFICE, List.of(row("林例一", grade, schoolClass)))).isNotEmpty();
	}

	@Test
	void theOfficeMayNameItsPlaceButNoNumberAndNoHardship() {
		assertThat(check(OFFICE, List.of())).isEmpty();
		var hostile = new NoticeContact("低保办 100000201603010017", "沈样一 19900000001", "0900-0000000",
				"6222000000000000001@x.example", "2016-03-01 出生");
		assertThat(check(hostile, List.of())).extracting(PrivacyFinding::place)
			.contains("office", "contactName", "contactMail", "letterBox");
	}

	@ParameterizedTest
	@CsvSource({ "朝阳村三组12号沈家,ADDRESS", "幸福小区３栋2单元,ADDRESS", "朝阳村沈例家 12 号,ADDRESS", "和平路8,ADDRESS", "12号沈家,ADDRESS",
			"一一〇一〇一一九九〇〇三〇七八八八八八八,ACCOUNT", "一〇〇〇〇〇二〇一六〇三〇一〇〇一七,ID_NUMBER", "一九九 〇〇〇〇 〇〇〇一,PHONE", "1九9零000-0幺0零,PHONE",
			"壹玖玖零零零零零零零壹,PHONE" })
	void aHomeOrASpelledOutNumberIsNotTheOfficesToTell(String words, PrivacyRisk risk) {
		var told = new NoticeContact("资助办公室", "沈样一", "0900-0000000", null, words);
		assertThat(check(told, List.of())).contains(PrivacyFinding.inField("letterBox", risk));
	}

	@ParameterizedTest
	@ValueSource(strings = { "教学楼1号信箱", "1号楼 104 室，2号窗口", "北湾村小学门口意见箱，17:00开箱", "每月5号、20号开箱",
			"和平路小学传达室，周一至周五 8:00-11:30", "一、二、三、四、五、六、七、八、九年级各班意见箱", "见示教〔2026〕3号文", "和平街第一小学门卫室" })
	void wordsThatTellWhereToTurnPass(String words) {
		var told = new NoticeContact("禾田镇朝阳村小学资助办公室", "沈样一", "0900-0000000", null, words);
		assertThat(check(told, List.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "学生资助管理办公室", "教务处", "教学楼二楼资助办", "石桥村小学资助办", "示例县禾田镇中心小学资助工作领导小组", "综合楼1号楼 203 办公室",
			"和平街第一小学德育处", "河东镇李家庄小学资助办" })
	void aPlainOfficePasses(String office) {
		assertThat(check(new NoticeContact(office, "白老师", "0900-0000000", null, null), List.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "示例县东庄村4组", "河东路12号3单元402室", "麻镇石桥村三组白丹家12号", "河东镇李家庄", "石桥村小学旁三组12号", "禾田镇朝阳村3组8号 禾田小学资助办公室" })
	void aHomeIsNoOffice(String office) {
		assertThat(check(new NoticeContact(office, "白老师", "0900-0000000", null, null), List.of()))
			.contains(PrivacyFinding.inField("office", PrivacyRisk.ADDRESS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "白丹的奶奶", "学生家长", "白某爸爸", "李某的爸" })
	void aFamilyIsNoContact(String name) {
		assertThat(check(new NoticeContact("教务处", name, "0900-0000000", null, null), List.of()))
			.contains(PrivacyFinding.inField("contactName", PrivacyRisk.KIN));
	}

	private static List<PrivacyRisk> compared(String text) {
		var traces = new FamilyTraces(Set.of("白丹", "石桥", "白大山", "阿依·古丽", "沈样嵐"), Set.of("19900000077", "0900-1234567"),
				Set.of("示例县麻镇东庄村十二组3号", "示例县河东路12号3单元402室"));
		return new FreeWords(new KnownFamilies(traces), List.of("石桥村小学", "东庄村小学")).families(text);
	}

	@ParameterizedTest
	@CsvSource({ "白丹,PERSON", "白 丹的奶奶,PERSON", "联系白大山老师,PERSON", "阿依古丽,PERSON", "白丹家,PERSON",
			"199 0000 0077,THEIR_PHONE", "一九九零零零零零零七七,THEIR_PHONE", "1234567,THEIR_PHONE", "(0900)1234567,THEIR_PHONE",
			"沈樣嵐,PERSON", "沈样岚,PERSON", "東莊村,THEIR_HOME", "东庄村,THEIR_HOME", "东庄村12组,THEIR_HOME", "河东路１２号,THEIR_HOME",
			"示例县麻镇东庄村12组3号,THEIR_HOME", "住河东路十二号,THEIR_HOME" })
	void whatIsStoredOfTheListedIsFound(String text, PrivacyRisk risk) {
		assertThat(compared(text)).contains(risk);
	}

	/**
	 * A longer name that begins alike is another person; a school may bear a village's
	 * name.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "白丹华", "石桥村小学资助办", "东庄村小学教务处", "19900000078", "河东镇中心小学", "白老师" })
	void whatOnlyLooksAlikePasses(String text) {
		assertThat(compared(text)).isEmpty();
	}

	@Test
	void anAnswerTellsOfTheMatterOnly() {
		var words = new FreeWords(KnownFamilies.NONE, List.of());
		assertThat(words.ofAnswer("10月20日再次核实，该生符合家庭经济困难学生认定条件，维持原结果。")).isEmpty();
		assertThat(words.ofAnswer("她父亲重病，住河东路12号")).contains(PrivacyRisk.ADDRESS, PrivacyRisk.CATEGORY);
	}

	@Test
	void aFindingNamesThePlaceAndNeverTheText() {
		var findings = check(OFFICE, List.of(row("100000201603010017", "五年级", "(2)班")));
		assertThat(findings).isNotEmpty().allSatisfy((finding) -> assertThat(finding.row()).isEqualTo(1));
		assertThat(findings.toString()).doesNotContain("100000");
	}

}
