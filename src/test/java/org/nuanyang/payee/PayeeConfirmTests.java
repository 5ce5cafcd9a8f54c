package org.nuanyang.payee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.ClassView;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@IntegrationTest
class PayeeConfirmTests {

	/** Valid by Luhn, of no bank (data-exchange.md 5.5). */
	private static final String CARD = "6210000000000000017";

	private static final String OTHER_CARD = "6210000000000011";

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	PayeeService payees;

	TestSchool school;

	ClassView five;

	long pupil;

	@BeforeEach
	void enrol() {
		this.school = this.cast.school();
		this.five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, this.five, "林例一");
	}

	@Test
	void anAccountTakesForceWhenASecondPersonConfirms() {
		assertThat(enter(this.school.headTeacher(), entry(CARD))).hasStatus3xxRedirection();
		assertThat(inForce()).isEmpty();
		assertThat(this.pages.page(this.school.finance(), "/payees").text()).contains("林例一", "6210**********0017");
		assertThat(confirm(this.school.finance(), pending())).hasStatus3xxRedirection();
		assertThat(inForce()).get().extracting(PayeeView::maskedAccount).isEqualTo("6210**********0017");
		assertThat(this.trail.entries(this.school.headTeacher(), "payee.entered")).isOne();
		assertThat(this.trail.entries(this.school.finance(), "payee.confirmed")).isOne();
	}

	@Test
	void theMakerNeverConfirms() {
		enter(this.school.officer(), entry(CARD));
		var answer = confirm(this.school.officer(), pending());
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("账户由您录入，不能由您确认或退回");
		assertThat(inForce()).isEmpty();
	}

	@Test
	void theFormerAccountStaysInForceUntilTheChangeIsConfirmed() {
		enter(this.school.headTeacher(), entry(CARD));
		confirm(this.school.finance(), pending());
		enter(this.school.headTeacher(), entry(OTHER_CARD));
		assertThat(inForce()).get().extracting(PayeeView::tail).isEqualTo("0017");
		confirm(this.school.finance(), pending());
		assertThat(inForce()).get().extracting(PayeeView::tail).isEqualTo("0011");
	}

	@Test
	void aRefusedAccountLeavesTheFormerOneAlone() {
		enter(this.school.headTeacher(), entry(CARD));
		confirm(this.school.finance(), pending());
		enter(this.school.headTeacher(), entry(OTHER_CARD));
		assertThat(this.pages.post(this.school.finance(), "/payees/" + pending() + "/refusal", Map.of("reason", " ")))
			.hasStatus(422);
		assertThat(this.pages.post(this.school.finance(), "/payees/" + pending() + "/refusal",
				Map.of("reason", "户名与社保卡不一致")))
			.hasStatus3xxRedirection();
		assertThat(inForce()).get().extracting(PayeeView::tail).isEqualTo("0017");
		assertThat(this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/payee").text())
			.contains("户名与社保卡不一致");
	}

	@Test
	void theIdNumberOfTheCardIsNoAccount() {
		var id = Pupils.id(java.time.LocalDate.of(2016, 3, 5), Sex.FEMALE).value();
		// A number that ends in X is refused for its letter already.
		while (id.endsWith("X")) {
			id = Pupils.id(java.time.LocalDate.of(2016, 3, 5), Sex.FEMALE).value();
		}
		var answer = enter(this.school.headTeacher(), entry(id));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("填成了社会保障号");
		assertThat(Pages.page(answer).select("#bankName").val()).isEqualTo("示例县农村商业银行青禾支行");
		// The check digit may be an X, which no account has: still the same mistake.
		while (!id.endsWith("X")) {
			id = Pupils.id(java.time.LocalDate.of(2016, 3, 5), Sex.FEMALE).value();
		}
		assertThat(Pages.page(enter(this.school.headTeacher(), entry(id.toLowerCase(java.util.Locale.ROOT)))).text())
			.contains("填成了社会保障号");
	}

	@Test
	void anAccountThatFailsLuhnIsConfirmedOnlyKnowingly() {
		assertThat(enter(this.school.headTeacher(), entry("6210000000000000018"))).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.pupil + "/payee").text())
			.contains("账号校验位不符");
		assertThat(confirm(this.school.finance(), pending())).hasStatus(422);
		assertThat(inForce()).isEmpty();
		assertThat(this.pages.post(this.school.finance(), "/payees/" + pending() + "/confirmation",
				Map.of("warningsSeen", "true")))
			.hasStatus3xxRedirection();
		assertThat(inForce()).isPresent();
	}

	@Test
	void aNameAsTheBankSpellsItIsConfirmedOnlyKnowingly() {
		for (var holder : List.of("林樣一", "LIN YANGYI")) {
			var form = entry(CARD);
			form.put("holder", holder);
			assertThat(enter(this.school.headTeacher(), form)).hasStatus(422).bodyText().contains("也不是它的拼音、繁体或异体写法");
		}
		var form = entry(CARD);
		form.put("holder", "LIN LIYI");
		assertThat(enter(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.pupil + "/payee").text())
			.contains("LIN LIYI", "户名与学生姓名“林例一”写法不同", "请看卡或存折原件");
		assertThat(confirm(this.school.finance(), pending())).hasStatus(422);
		assertThat(inForce()).isEmpty();
		assertThat(this.pages.post(this.school.finance(), "/payees/" + pending() + "/confirmation",
				Map.of("warningsSeen", "true")))
			.hasStatus3xxRedirection();
		assertThat(inForce()).isPresent();
	}

	@Test
	void anAccountThatIsNoCardLongIsConfirmedOnlyKnowingly() {
		// Its last digit would pass for that of a card.
		var account = "6210000000000000000003";
		assertThat(new BankAccount(account).luhnValid()).isTrue();
		assertThat(enter(this.school.headTeacher(), entry(account))).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.pupil + "/payee").text())
			.contains("账号 22 位，不是银行卡的 16—19 位")
			.doesNotContain("校验位不符");
		assertThat(confirm(this.school.finance(), pending())).hasStatus(422);
		assertThat(inForce()).isEmpty();
		assertThat(enter(this.school.headTeacher(), entry("62100000000"))).hasStatus(422)
			.bodyText()
			.contains("存折和其他账号 12—25 位，现在是 11 位");
	}

	@Test
	void whoHasGraduatedGetsNoNewAccount() {
		enter(this.school.headTeacher(), entry("6210000000000000017"));
		TestDatabase
			.asOwner("update enrolment set status = 'GRADUATED', left_on = '2026-10-14' where id = " + this.pupil);
		assertThat(this.pages.page(this.school.finance(), "/payees").select("tbody th").text()).contains("毕业");
		assertThat(confirm(this.school.finance(), pending())).hasStatus(422).bodyText().contains("该学生已不在校，也没有待补发的款项");
		assertThat(inForce()).isEmpty();
		assertThat(this.pages.post(this.school.finance(), "/payees/" + pending() + "/refusal", Map.of("reason", "已毕业")))
			.hasStatus3xxRedirection();
	}

	@Test
	void oneAccountForTwoPupilsIsSaidToTheConfirmer() {
		enter(this.school.headTeacher(), entry(CARD));
		confirm(this.school.finance(), pending());
		var sibling = this.pupils.enrol(this.school, this.five, "林例二");
		var form = entry("6210 0000 0000 0000 017");
		form.put("relation", "FATHER");
		form.put("holder", "林样父");
		assertThat(this.pages.post(this.school.headTeacher(), "/students/" + sibling + "/payee", form))
			.hasStatus3xxRedirection();
		var page = this.pages.page(this.school.finance(), "/students/" + sibling + "/payee").text();
		assertThat(page).contains("同一账号还登记在：林例一").doesNotContain("户名不在学生登记的监护人");
		var siblings = this.trail.count(this.school.officer(),
				"select max(id) from payee where enrolment_id = ? and status = 'PENDING'", sibling);
		var unproved = this.pages.post(this.school.finance(), "/payees/" + siblings + "/confirmation",
				Map.of("warningsSeen", "true"));
		assertThat(unproved).hasStatus(422);
		assertThat(Pages.page(unproved).text()).contains("请核对兄弟姐妹证明");
		assertThat(this.pages.post(this.school.finance(), "/payees/" + siblings + "/confirmation",
				Map.of("warningsSeen", "true", "proof", "户口簿第 3 页")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), "/students/" + sibling + "/payee").text())
			.contains("户口簿第 3 页");
	}

	@Test
	void aHolderWhoIsNeitherPupilNorFamilyIsSaidToTheConfirmer() {
		var form = entry(CARD);
		form.put("relation", "OTHER");
		form.put("holder", "韩样二");
		var unauthorised = enter(this.school.headTeacher(), form);
		assertThat(unauthorised).hasStatus(422);
		assertThat(Pages.page(unauthorised).select("#authorisation-error").text()).contains("请填写委托书");
		form.put("authorisation", "监护人委托书，2026年9月3日");
		assertThat(enter(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.pupil + "/payee").text())
			.contains("户名不在学生登记的监护人和家庭成员里");
	}

	@Test
	void anAccountOfThePupilIsHeldByThePupilAndNobodyElses() {
		var form = entry(CARD);
		form.put("holder", "韩样二");
		var other = enter(this.school.headTeacher(), form);
		assertThat(other).hasStatus(422);
		assertThat(Pages.page(other).select("#holder-error").text()).contains("选了学生本人，户名却不是“林例一”");
		assertThat(Pages.page(other).select("#holder").val()).isEqualTo("韩样二");
		form.put("relation", "FATHER");
		form.put("holder", "林例一");
		var own = enter(this.school.headTeacher(), form);
		assertThat(own).hasStatus(422);
		assertThat(Pages.page(own).select("#relation-error").text()).contains("请选“学生本人”");
		assertThat(pending()).isZero();
	}

	@Test
	void headTeachersSeeTheTailOnlyAndNobodyTheWholeNumberWithoutAPurpose() {
		enter(this.school.headTeacher(), entry(CARD));
		var mine = this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/payee").text();
		assertThat(mine).contains("尾号 0017").doesNotContain("6210");
		var address = "/payees/" + pending() + "/disclosure";
		assertThat(this.pages.post(this.school.headTeacher(), address, Map.of("purpose", "核对账号"))).hasStatus(403);
		assertThat(this.pages.post(this.school.principal(), address, Map.of("purpose", "核对账号"))).hasStatus(403);
		var nothing = this.pages.post(this.school.finance(), address, Map.of("purpose", ""));
		assertThat(nothing).hasStatus(422);
		assertThat(Pages.page(nothing).text()).doesNotContain(CARD);
		var shown = this.pages.post(this.school.finance(), address, Map.of("purpose", "对照社保卡复印件核对"));
		assertThat(Pages.page(shown).select("#revealed").text()).isEqualTo(CARD);
		assertThat(shown).headers().hasValue("Cache-Control", "no-store");
		assertThat(this.trail.entries(this.school.finance(), "payee.revealed")).isOne();
	}

	@Test
	void theCardItWasCopiedFromIsForWhoeverComparesAndStays() {
		enter(this.school.headTeacher(), entry(CARD));
		var page = "/students/" + this.pupil + "/payee";
		assertThat(upload(this.school.headTeacher())).hasRedirectedUrl(page + "#attachments");
		assertThat(upload(this.school.principal())).hasStatus(404);
		assertThat(upload(this.school.otherOfficer())).hasStatus(404);
		var file = this.pages.page(this.school.finance(), page).select("#attachments a.link").attr("href");
		assertThat(this.pages.get(this.school.finance(), file)).hasStatusOk();
		assertThat(this.pages.get(this.school.principal(), file)).hasStatus(404);
		assertThat(this.pages.page(this.school.principal(), page).select("#attachments")).isEmpty();
		assertThat(confirm(this.school.finance(), pending())).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.auditor(), page).text()).contains(this.school.headTeacher().name(),
				this.school.finance().name());
		assertThat(this.pages.post(this.school.headTeacher(), file + "/removal", Map.of())).hasStatus(422);
		assertThat(this.pages.get(this.school.officer(), file)).hasStatusOk();
	}

	private MvcTestResult upload(Actor actor) {
		var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
		return this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", "社保卡.pdf", "application/pdf", pdf.getBytes()))
			.param("ownerType", "payee")
			.param("ownerId", "" + pending())
			.param("slot", "card")
			.with(Cast.as(actor))
			.exchange();
	}

	@Test
	void strangersFindNothing() {
		enter(this.school.headTeacher(), entry(CARD));
		assertThat(this.pages.get(this.school.otherHeadTeacher(), "/students/" + this.pupil + "/payee")).hasStatus(404);
		assertThat(this.pages.get(this.school.otherOfficer(), "/students/" + this.pupil + "/payee")).hasStatus(404);
		assertThat(this.pages.get(this.school.counsellor(), "/students/" + this.pupil + "/payee")).hasStatus(403);
		assertThat(confirm(this.school.otherOfficer(), pending())).hasStatus(404);
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from payee")).isZero();
	}

	@Test
	void theDatabaseRefusesAMakerWhoConfirmsPastTheCode() {
		enter(this.school.officer(), entry(CARD));
		var id = pending();
		assertThatException().isThrownBy(() -> this.trail.count(this.school.officer(), """
				with changed as (update payee set status = 'CONFIRMED', decided_by = entered_by, decided_at = now()
					where id = ? returning id) select count(*) from changed""", id))
			.withMessageContaining("payee_second_person");
	}

	private static Map<String, String> entry(String account) {
		var form = new LinkedHashMap<String, String>();
		form.put("relation", "SELF");
		form.put("holder", "林例一");
		form.put("bankName", "示例县农村商业银行青禾支行");
		form.put("account", account);
		form.put("evidence", "社保卡复印件");
		return form;
	}

	private MvcTestResult enter(Actor actor, Map<String, String> form) {
		return this.pages.post(actor, "/students/" + this.pupil + "/payee", form);
	}

	private MvcTestResult confirm(Actor actor, long payee) {
		return this.pages.post(actor, "/payees/" + payee + "/confirmation", Map.of());
	}

	private long pending() {
		return this.trail.count(this.school.officer(),
				"select coalesce(max(id), 0) from payee where enrolment_id = ? and status = 'PENDING'", this.pupil);
	}

	private java.util.Optional<PayeeView> inForce() {
		return this.school.officer().scope().call(() -> this.payees.confirmedAccount(this.pupil));
	}

}
