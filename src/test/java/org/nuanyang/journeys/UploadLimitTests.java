package org.nuanyang.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Vector;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.nuanyang.support.Cast;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file that is far too large, through the real server: our page answers, not a broken
 * connection.
 */
@Journey
class UploadLimitTests {

	private static final String BOUNDARY = "nuanyang-upload";

	@LocalServerPort
	private int port;

	@Autowired
	private Cast cast;

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@Test
	void fiftyMegabytesAreRefusedInOurWords() throws IOException, InterruptedException {
		var officer = this.cast.school().officer();
		var form = "_csrf=" + encoded(token("/login")) + "&username=" + officer.username() + "&password="
				+ Cast.PASSWORD;
		send("/login", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
		var token = token("/imports");
		var answer = upload(token, 50 << 20);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).contains("太大");
		assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("不能超过 20 MB");
		var attachment = send("/attachments", "multipart/form-data; boundary=" + BOUNDARY, form(token, 25 << 20));
		assertThat(attachment.statusCode()).isEqualTo(413);
		assertThat(Jsoup.parse(attachment.body()).select("main").text()).contains("不能超过 10 MB");
		// The next one on the same connection is none the worse.
		assertThat(upload(token, 100).statusCode()).isEqualTo(422);
	}

	@Test
	void anAddressThatIsNoneIsRefusedInOurWords() throws IOException, InterruptedException {
		for (var path : List.of("/%00", "/students/%2e%2e%2f%00", "/%c0%af")) {
			var answer = this.browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(path).isEqualTo(400);
			assertThat(Jsoup.parse(answer.body()).select("h1").text()).as(path).isEqualTo("这个请求无法处理");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
		}
	}

	private HttpResponse<String> upload(String token, int bytes) throws IOException, InterruptedException {
		return send("/imports", "multipart/form-data; boundary=" + BOUNDARY, form(token, bytes));
	}

	private static BodyPublisher form(String token, int bytes) {
		var head = part("_csrf") + "\r\n\r\n" + token + "\r\n" + part("kind") + "\r\n\r\nroster\r\n" + part("file")
				+ "; filename=\"a.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
		var foot = "\r\n--" + BOUNDARY + "--\r\n";
		return BodyPublishers.ofInputStream(() -> new SequenceInputStream(
				new Vector<>(List.of(stream(head), zeros(bytes), stream(foot))).elements()));
	}

	private static String part(String name) {
		return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	/** As many zeros, never all in memory. */
	private static InputStream zeros(int count) {
		return new InputStream() {

			private int left = count;

			@Override
			public int read() {
				return (this.left-- > 0) ? 0 : -1;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				if (this.left <= 0) {
					return -1;
				}
				var read = Math.min(length, this.left);
				this.left -= read;
				return read;
			}

		};
	}

	private String token(String page) throws IOException, InterruptedException {
		var answer = this.browser.send(HttpRequest.newBuilder(address(page)).build(), BodyHandlers.ofString());
		return Objects.requireNonNull(Jsoup.parse(answer.body()).selectFirst("input[name=_csrf]")).val();
	}

	private HttpResponse<String> send(String path, String type, BodyPublisher body)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(address(path)).header("Content-Type", type).POST(body).build();
		return this.browser.send(request, BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
