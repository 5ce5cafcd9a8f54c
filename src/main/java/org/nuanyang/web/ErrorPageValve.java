package org.nuanyang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads where the container refuses a request before any page of ours is
 * asked: an address that is none, such as {@code /%00}. Named to the container, which
 * makes it.
 */
public class ErrorPageValve extends ErrorReportValve {

	private static final String CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String PAGE = page();

	private static String page() {
		try (var file = ErrorPageValve.class.getResourceAsStream("/error/malformed.html")) {
			if (file == null) {
				throw new IllegalStateException("error/malformed.html is missing");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable cause) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		response.setContentType("text/html");
		response.setCharacterEncoding("utf-8");
		response.setHeader("Content-Security-Policy", CONTENT_POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
		try {
			var writer = response.getReporter();
			if (writer != null) {
				writer.write(PAGE);
				response.finishResponse();
			}
		}
		catch (IOException gone) {
			// The browser has hung up: nobody is left to be told.
			this.container.getLogger().debug("error page not sent", gone);
		}
	}

}
