package org.nuanyang.web;

import java.security.SecureRandom;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a person reads when a page cannot be shown, whoever found out: a controller, the
 * security chain or the container. A fault of ours gets a number, which is in the log
 * beside its cause.
 */
@Controller
@Access(open = true)
class ErrorPages implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 413, 422, 429, 500, 503);

	/** Whoever only read had nothing to save. */
	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final SecureRandom random = new SecureRandom();

	private final UploadLimit limit;

	ErrorPages(UploadLimit limit) {
		this.limit = limit;
	}

	@RequestMapping("/error")
	String error(HttpServletRequest request, HttpServletResponse response, Model model) {
		var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
		response.setStatus(status);
		var explained = EXPLAINED.contains(status) ? status : (status < 500) ? 400 : 500;
		model.addAttribute("status", explained);
		if (explained == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && READING.contains(request.getMethod())) {
			model.addAttribute("told", explained + ".read");
		}
		if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
			this.limit.tell(model, request, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
		}
		if (status >= 500) {
			model.addAttribute("number", number(request));
		}
		return "error/problem";
	}

	/** Without one somebody typed the address of this page itself. */
	private static int status(@Nullable Object attribute) {
		return (attribute instanceof Integer status) ? status : HttpServletResponse.SC_NOT_FOUND;
	}

	private String number(HttpServletRequest request) {
		var number = "E-%06d".formatted(this.random.nextInt(1_000_000));
		var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		log.error("{} {} {}", number, request.getMethod(), request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
				cause);
		return number;
	}

}
