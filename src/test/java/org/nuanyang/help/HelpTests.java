package org.nuanyang.help;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The user guide inside the product, and the links to its sections. */
@IntegrationTest
class HelpTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private HelpPages help;

	@Test
	void everyPageLinksToASectionThatExists() {
		var anchors = this.pages.page(this.cast.school().officer(), "/help").select("h2[id]").eachAttr("id");
		assertThat(anchors).doesNotHaveDuplicates();
		for (var page : HelpPages.SECTIONS.keySet()) {
			var path = this.help.path("/" + page);
			assertThat(path).as(page).startsWith("/help#");
			assertThat(anchors).as(page).contains(path.substring(path.indexOf('#') + 1));
		}
		assertThat(this.help.path("/notices/7/edit")).isEqualTo(this.help.path("/notices"));
		assertThat(this.help.path("/nowhere")).isEqualTo("/help");
	}

	@Test
	void theContentsLeadToTheSectionsAndPicturesAreServed() {
		var officer = this.cast.school().officer();
		var page = this.pages.page(officer, "/help");
		var anchors = page.select("h2[id]").eachAttr("id");
		assertThat(page.select("main nav a").eachAttr("href")).hasSameSizeAs(anchors)
			.allSatisfy((link) -> assertThat(anchors).contains(link.substring(1)));
		assertThat(page.text()).contains("补充公示", "对不上时先看哪里");
		for (var picture : page.select("main img").eachAttr("src")) {
			assertThat(this.pages.get(officer, picture)).as(picture).hasStatusOk();
		}
		assertThat(this.pages.get(officer, "/help/images/nothing.png")).hasStatus(404);
		assertThat(page.select("header a[href^=/help]").attr("href")).isEqualTo("/help");
		assertThat(this.pages.page(officer, "/applications").select("header a[href^=/help]").attr("href"))
			.startsWith("/help#s");
	}

	@Test
	void nothingInTheGuideIsInline() {
		var page = this.pages.page(this.cast.school().finance(), "/help");
		assertThat(page.select("main [style], main script, main [onclick], main [align]")).isEmpty();
		assertThat(page.select("main img")).extracting(Element::className)
			.allMatch((name) -> name.contains("img-fluid"));
	}

	@Test
	void strangersSignInFirst() {
		assertThat(this.mvc.get().uri("/help")).hasStatus3xxRedirection();
	}

}
