package org.nuanyang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;

/** Somebody at a browser of their own, as far as a benchmark needs one. */
final class BenchmarkBrowser implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final String base;

	private BenchmarkBrowser(String base) {
		this.base = base;
	}

	static BenchmarkBrowser of(ConfigurableApplicationContext app) {
		return new BenchmarkBrowser(
				"http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port"));
	}

	BenchmarkBrowser signedIn(String username) {
		post("/login", "/login", Map.of("username", username, "password", DemoStaff.PASSWORD));
		return this;
	}

	/** The page's text; anything but a page is a failure of the benchmark. */
	String get(String path) {
		return new String(send(HttpRequest.newBuilder(URI.create(this.base + path)).build()), StandardCharsets.UTF_8);
	}

	byte[] post(String form, String path, Map<String, String> fields) {
		var token = TOKEN.matcher(get(form));
		if (!token.find()) {
			throw new IllegalStateException("no form on " + form);
		}
		var body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
		return send(HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private byte[] send(HttpRequest request) {
		try {
			var answer = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(request.method() + " " + request.uri() + ": " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
