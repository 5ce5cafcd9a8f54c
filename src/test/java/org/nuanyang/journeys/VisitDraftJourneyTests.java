package org.nuanyang.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.journeys.Walker.press;

/** A visit is written down where there is no signal. */
@Journey
class VisitDraftJourneyTests {

	@Autowired
	private Walker walker;

	@Autowired
	private Cast cast;

	@Autowired
	private Pupils pupils;

	@Test
	void whatWasTypedOutlivesTheConnection() {
		var school = this.cast.school();
		var pupil = this.pupils.enrol(school, this.pupils.classOf(school, 5, 2, school.headTeacher()), "林例一");
		var form = "/visits/new?student=" + pupil;
		var phone = this.walker.as(school.headTeacher(), Walker.PHONE);
		phone.navigate(form);
		phone.fill("[name=place]", "家中堂屋");
		phone.fill("[name=secondVisitor]", "谢例四");
		phone.fill("[name=observation]", "不说话");
		choose(phone, "purposes", "ECONOMY");
		choose(phone, "alarm", "FOUND");
		phone.context().setOffline(true);
		press(phone, "保存家访记录");
		assertThat(phone.locator("#draft-offline").innerText()).contains("现在没有网络");
		assertThat(phone.inputValue("[name=place]")).isEqualTo("家中堂屋");
		assertThat(kept(phone)).contains("家中堂屋").doesNotContain("不说话", "FOUND", "_csrf");
		phone.context().setOffline(false);
		phone.navigate(form);
		this.walker.look(phone, "visit-draft-390");
		assertThat(phone.inputValue("[name=place]")).isEmpty();
		press(phone, "恢复上次没有交上的内容");
		assertThat(phone.inputValue("[name=place]")).isEqualTo("家中堂屋");
		assertThat(phone.inputValue("[name=observation]")).isEmpty();
		assertThat(phone.isChecked("[name=purposes][value=ECONOMY]")).isTrue();
		press(phone, "保存家访记录");
		assertThat(phone.locator("[role=alert]").first().innerText()).contains("需要修改");
		phone.waitForFunction("document.activeElement.matches('.note-risk')");
		assertThat(kept(phone)).contains("家中堂屋");
		phone.fill("[name=begun]", "09:00");
		phone.fill("[name=ended]", "09:25");
		phone.fill("[name=interviewee]", "林例二");
		phone.fill("[name=intervieweeRelation]", "母亲");
		phone.fill("[name='facts[HOUSEHOLD_SIZE]']", "4");
		choose(phone, "agreement", "YES");
		choose(phone, "alarm", "NONE");
		press(phone, "保存家访记录");
		assertThat(phone.url()).matches(".*/visits/\\d+");
		assertThat(phone.locator("main").innerText()).contains("家中堂屋", "家访照片");
		phone.waitForFunction("Object.keys(localStorage).length === 0");
		phone.context().close();
	}

	/**
	 * A phone kills tabs: what was typed before is not what one word typed since
	 * replaces.
	 */
	@Test
	void whatWasTypedBeforeAndSinceAreBothKept() {
		var school = this.cast.school();
		var pupil = this.pupils.enrol(school, this.pupils.classOf(school, 5, 2, school.headTeacher()), "吴例三");
		var form = "/visits/new?student=" + pupil;
		var phone = this.walker.as(school.headTeacher(), Walker.PHONE);
		phone.navigate(form);
		phone.fill("[name=members]", "祖孙三人，长住");
		phone.fill("[name=place]", "村口");
		phone.navigate(form);
		phone.fill("[name=place]", "家中堂屋");
		phone.navigate(form);
		phone.fill("[name=secondVisitor]", "谢例四");
		press(phone, "恢复上次没有交上的内容");
		assertThat(phone.inputValue("[name=members]")).isEqualTo("祖孙三人，长住");
		assertThat(phone.inputValue("[name=place]")).isEqualTo("家中堂屋");
		assertThat(phone.inputValue("[name=secondVisitor]")).isEqualTo("谢例四");
		phone.navigate(form);
		phone.fill("[name=requests]", "路灯");
		press(phone, "不要了，删除");
		assertThat(phone.inputValue("[name=requests]")).isEqualTo("路灯");
		assertThat(kept(phone)).contains("路灯").doesNotContain("堂屋", "谢例四");
		phone.context().close();
	}

	@Test
	void signingOutAndAWeekForgetIt() {
		var school = this.cast.school();
		var pupil = this.pupils.enrol(school, this.pupils.classOf(school, 5, 2, school.headTeacher()), "郑例二");
		var phone = this.walker.as(school.headTeacher(), Walker.DESK);
		phone.navigate("/visits/new?student=" + pupil);
		phone.fill("[name=place]", "家中");
		assertThat(kept(phone)).contains("家中");
		phone.evaluate("Object.keys(localStorage).forEach((key) => localStorage.setItem(key, "
				+ "JSON.stringify({ at: Date.now() - 8 * 86400000, fields: [] })))");
		phone.navigate("/visits");
		assertThat(kept(phone)).isEmpty();
		phone.navigate("/visits/new?student=" + pupil);
		phone.fill("[name=place]", "家中");
		phone.navigate("/visits");
		assertThat(kept(phone)).contains("家中");
		phone.locator("form[action$='/logout'] button").click();
		assertThat(phone.url()).contains("/login");
		assertThat(kept(phone)).isEmpty();
		phone.context().close();
	}

	private static String kept(Page page) {
		return (String) page.evaluate("Object.keys(localStorage).map((key) => key + localStorage.getItem(key)).join()");
	}

	private static void choose(Page page, String name, String value) {
		page.locator("label:has(input[name='" + name + "'][value='" + value + "'])").click();
	}

}
