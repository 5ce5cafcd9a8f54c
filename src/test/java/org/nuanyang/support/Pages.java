package org.nuanyang.support;

import java.io.UnsupportedEncodingException;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.nuanyang.kernel.Actor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Opens pages and sends forms as somebody, and reads what comes back as a page. */
public class Pages {

	private final MockMvcTester mvc;

	Pages(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	public MvcTestResult get(Actor actor, String uri) {
		return this.mvc.get().uri(uri).with(Cast.as(actor)).exchange();
	}

	/** Sends a form; a value with commas is one value. */
	public MvcTestResult post(Actor actor, String uri, Map<String, String> form) {
		var request = this.mvc.post().uri(uri).with(Cast.as(actor));
		form.forEach(request::param);
		return request.exchange();
	}

	/** The file behind a page that asks what for, sent as the page stands. */
	public MvcTestResult exported(Actor actor, String uri) {
		var request = this.mvc.post().uri(uri).with(Cast.as(actor)).param("purpose", "REPORT");
		page(actor, uri).select("main form input[checked], main form input[type=text]")
			.forEach((input) -> request.param(input.attr("name"), input.val()));
		return request.exchange();
	}

	/** A page that opens: what one looks for in vain is missing on it, not with it. */
	public Document page(Actor actor, String uri) {
		var answer = get(actor, uri);
		assertThat(answer).as(uri).hasStatusOk();
		return page(answer);
	}

	/**
	 * The answer as it was sent, but without the content hashes in the names of style
	 * sheets and scripts: a run of digits in one of them is nobody's number.
	 */
	public static String sent(MvcTestResult answer) {
		return text(answer).replaceAll("-[0-9a-f]{32}(?=[.])", "");
	}

	public static Document page(MvcTestResult answer) {
		return Jsoup.parse(text(answer));
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
