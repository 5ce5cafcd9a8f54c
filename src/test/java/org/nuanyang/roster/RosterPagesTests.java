package org.nuanyang.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;
import org.nuanyang.workbook.Workbook;

import static org.assertj.core.api.Assertions.assertThat;

/** The officer's way through the pages of an import. */
@IntegrationTest
class RosterPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JobService jobs;

	@Autowired
	private Cast cast;

	private int child = 400;

	@Test
	void fromTheFileToThePupilsAndBack() throws IOException {
		var school = this.cast.school();
		var officer = school.officer();
		assertThat(page(officer, "/imports").select("#kind option").text()).isEqualTo("学籍名册");
		var id = upload(officer, "名册.csv", roster("张例一", "李例二", "女"));
		var columns = page(officer, "/imports/" + id + "/columns");
		assertThat(columns.select("#c1 option[selected]").text()).isEqualTo("身份证件号（必填）");
		assertThat(columns.select("tbody tr").get(1).text()).contains("1000**********");
		nameColumns(officer, id, columns);
		var confirm = page(officer, "/imports/" + id + "/rows?bucket=confirm");
		assertThat(confirm.select(".bucket .v").eachText()).containsExactly("1", "1", "0");
		assertThat(confirm.select("tbody tr").text()).contains("李例二").contains("C 性别").contains("应为男");
		assertThat(post(officer, "/imports/" + id + "/acceptance")).hasStatus(422).bodyText().contains("没有勾选任何行");
		assertThat(post(officer, "/imports/" + id + "/acceptance", "rows", "3")).hasStatus3xxRedirection();
		assertThat(page(officer, "/imports/" + id + "/rows?bucket=confirm").text()).contains(officer.name() + " 已确认");
		assertThat(page(officer, "/imports/" + id + "/confirmation").text()).contains("写入这 2 条");
		assertThat(post(officer, "/imports/" + id + "/confirmation")).hasRedirectedUrl("/imports/" + id + "/result");
		assertThat(post(officer, "/imports/" + id + "/confirmation")).hasStatus(422).bodyText().contains("这次导入正在写入");
		assertThat(get(officer, "/imports/" + id + "/result")).hasHeader("Refresh", "5");
		this.jobs.runDue();
		assertThat(page(officer, "/imports/" + id + "/result").text()).contains("已全部写入：新增 2").contains("撤销本次导入");
		assertThat(page(officer, "/students").text()).contains("张例一").contains("李例二");
		assertThat(page(officer, "/imports/" + id + "/reversal").text()).contains("撤销这 2 条");
		post(officer, "/imports/" + id + "/reversal");
		assertThat(page(officer, "/students").text()).doesNotContain("张例一");
		assertThat(page(officer, "/imports").select("tbody tr").text()).contains("名册.csv").contains("已撤销");
	}

	@Test
	void whatTheSchoolSaysOfAHeadingIsRemembered() throws IOException {
		var officer = this.cast.school().officer();
		var file = "娃娃,身份证号,年级班级,寝室\n张例一," + id(true) + ",一(1)班,住校\n";
		var id = upload(officer, "a.csv", file);
		var page = page(officer, "/imports/" + id + "/columns");
		var refused = post(officer, "/imports/" + id + "/columns", "c1", "idNumber", "c2", "schoolClass");
		assertThat(refused).hasStatus(422).bodyText().contains("还没有指定哪一列是“姓名”");
		assertThat(page.select("#c0 option[selected]")).isEmpty();
		post(officer, "/imports/" + id + "/columns", "c0", "name", "c1", "idNumber", "c2", "schoolClass", "c3",
				"boarding", "remember", "true");
		var next = page(officer, "/imports/" + upload(officer, "b.csv", file) + "/columns");
		assertThat(next.select("#c0 option[selected]").val()).isEqualTo("name");
		assertThat(next.select("#c3 option[selected]").val()).isEqualTo("boarding");
		assertThat(next.select("tbody tr").getFirst().text()).contains("上次用过");
	}

	/** Codes that a program wrote as numbers, and a file that has no sheets. */
	@Test
	void whatIsAskedTwiceIsToldOnce() throws IOException {
		var officer = this.cast.school().officer();
		var file = "姓名,身份证号,性别,班级\n张例一," + id(true) + ",2.0,一(1)班\n李例二," + id(false) + ",1.0,一(1)班\n王例三," + id(true)
				+ ",1.0,一(1)班\n";
		var id = upload(officer, "码.csv", file);
		var columns = page(officer, "/imports/" + id + "/columns");
		assertThat(columns.select(".card-header").text()).doesNotContain("“”").doesNotContain("工作表");
		nameColumns(officer, id, columns);
		var buckets = page(officer, "/imports/" + id + "/rows").select(".bucket").eachText();
		assertThat(buckets.get(0)).contains("1");
		assertThat(buckets.get(1)).contains("性别与身份证不一致 2").doesNotContain("，");
	}

	@Test
	void theAnnotatedTableSaysWhatIsWrongAndComputesNothing() throws IOException {
		var officer = this.cast.school().officer();
		var id = upload(officer, "a.csv", roster("=cmd|' /C calc'!A0", "李例二", "男"));
		nameColumns(officer, id, page(officer, "/imports/" + id + "/columns"));
		var bytes = get(officer, "/imports/" + id + "/annotated").getResponse().getContentAsByteArray();
		var rows = Workbook.read(bytes).sheets().getFirst().rows();
		assertThat(rows.get(1).cell(0)).isEqualTo(Cell.text("=cmd|' /C calc'!A0"));
		assertThat(rows.get(1).cells().getLast().text()).startsWith("错误").contains("姓名里有不该出现的字符");
		assertThat(rows).flatExtracting((row) -> row.cells()).noneMatch(Cell::formula);
	}

	@Test
	void everyBadFileGetsOneClearSentence() throws IOException {
		var officer = this.cast.school().officer();
		assertThat(refusal(officer, new byte[0])).contains("空的（0 字节）");
		assertThat(refusal(officer, "<html><table>".getBytes(StandardCharsets.UTF_8))).contains("其实是网页");
		assertThat(refusal(officer, "%PDF-1.7".getBytes(StandardCharsets.UTF_8))).contains("不是表格文件");
		assertThat(refusal(officer, "一,二\n三,四\n".getBytes(StandardCharsets.UTF_8))).contains("没有找到表头");
		assertThat(refusal(officer, new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16 }))
			.contains("这是一张图片");
		assertThat(refusal(officer, new byte[21 << 20])).contains("超过 20 MB");
		assertThat(this.mvc.post().uri("/imports").multipart().param("kind", "roster").with(Cast.as(officer)))
			.hasStatus(422)
			.bodyText()
			.contains("没有选择文件");
	}

	@Test
	void othersSeeNothingOfIt() throws IOException {
		var school = this.cast.school();
		var id = upload(school.officer(), "a.csv", roster("张例一", "李例二", "男"));
		for (var path : List.of("", "/columns", "/rows", "/confirmation", "/result", "/reversal", "/annotated")) {
			assertThat(get(school.otherOfficer(), "/imports/" + id + path)).hasStatus(404);
			assertThat(get(school.headTeacher(), "/imports/" + id + path)).hasStatus(403);
		}
		assertThat(page(school.otherOfficer(), "/imports").text()).doesNotContain("a.csv");
		assertThat(upload(school.principal(), "a.csv", new byte[] { 1 })).hasStatus(403);
	}

	@Test
	void theTemplateIsReadBackByItsOwnHeadings() throws IOException {
		var officer = this.cast.school().officer();
		var template = get(officer, "/imports/template?kind=roster").getResponse().getContentAsByteArray();
		assertThat(refusal(officer, template)).contains("只有表头，下面没有数据");
		assertThat(page(officer, "/imports").select("tbody tr")).isEmpty();
		var headings = Workbook.read(template).sheets().getFirst().rows().getFirst().cells();
		var columns = headings.stream().map((heading) -> new Table.Column(heading.text(), 14)).toList();
		var filled = TableWriter.xlsx(new Table("学籍名册", columns, List.of(List.of("张例一"))));
		var result = upload(officer, "t.xlsx", filled);
		assertThat(result).hasStatus3xxRedirection();
		var page = page(officer, Objects.requireNonNull(result.getResponse().getRedirectedUrl()));
		assertThat(page.select("tbody .chip-warn")).isEmpty();
	}

	private String id(boolean male) {
		this.child += 2;
		var body = "10000020200101" + (this.child + (male ? 1 : 0));
		return body + IdNumber.checkCharacter(body);
	}

	/** Both are boys by their id numbers. */
	private String roster(String first, String second, String sexOfSecond) {
		return "学生姓名,公民身份号码,性别,年级,班级\n" + first + "," + id(true) + ",男,一年级,1班\n" + second + "," + id(true) + ","
				+ sexOfSecond + ",一年级,2班\n";
	}

	private void nameColumns(Actor officer, long id, Document columns) {
		var choices = new ArrayList<String>();
		for (var select : columns.select("select[name^=c]")) {
			choices.add(select.attr("name"));
			choices.add(select.select("option[selected]").val());
		}
		assertThat(post(officer, "/imports/" + id + "/columns", choices.toArray(String[]::new)))
			.hasRedirectedUrl("/imports/" + id + "/rows");
	}

	private long upload(Actor officer, String name, String csv) throws IOException {
		var result = upload(officer, name, csv.getBytes(StandardCharsets.UTF_8));
		assertThat(result).hasStatus3xxRedirection();
		var url = Objects.requireNonNull(result.getResponse().getRedirectedUrl());
		return Long.parseLong(url.replaceAll("\\D", ""));
	}

	private MvcTestResult upload(Actor officer, String name, byte[] content) {
		return this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.param("kind", "roster")
			.with(Cast.as(officer))
			.exchange();
	}

	private String refusal(Actor officer, byte[] content) throws IOException {
		var result = upload(officer, "x.xls", content);
		assertThat(result).hasStatus(422);
		return Jsoup.parse(result.getResponse().getContentAsString()).select(".note-risk").text();
	}

	private Document page(Actor actor, String path) throws IOException {
		var result = get(actor, path);
		assertThat(result).as(path).hasStatusOk();
		var page = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(page.text()).doesNotContain("??");
		return page;
	}

	private MvcTestResult get(Actor actor, String path) {
		return this.mvc.get().uri(path).with(Cast.as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String path, String... parameters) {
		var request = this.mvc.post().uri(path);
		for (var i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.with(Cast.as(actor)).exchange();
	}

}
