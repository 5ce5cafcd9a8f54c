package org.nuanyang.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a value that is no date, number or choice on the page it was meant for: a list is
 * shown without that condition, a form once more with everything typed still there.
 */
@ControllerAdvice
class UnreadableAdvice {

	private static final int QUOTED = 40;

	private final PageBefore pages;

	UnreadableAdvice(PageBefore pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView unreadable(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request,
			HttpServletResponse response) {
		if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
			return new ModelAndView("error/problem", Map.of("status", HttpStatus.NOT_FOUND.value()),
					HttpStatus.NOT_FOUND);
		}
		return tell(Set.of(mismatch.getName()), request, response);
	}

	@ExceptionHandler
	ModelAndView unreadable(BindException unbound, HttpServletRequest request, HttpServletResponse response) {
		return tell(unbound.getFieldErrors()
			.stream()
			.filter(FieldError::isBindingFailure)
			.map(FieldError::getField)
			.collect(Collectors.toCollection(LinkedHashSet::new)), request, response);
	}

	private ModelAndView tell(Set<String> unreadable, HttpServletRequest request, HttpServletResponse response) {
		var page = page(unreadable, request, response).orElseGet(() -> new ModelAndView("error/problem",
				Map.of("status", HttpStatus.UNPROCESSABLE_CONTENT.value()), HttpStatus.UNPROCESSABLE_CONTENT));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("refusal", refusal(unreadable, request));
		return page;
	}

	private Optional<ModelAndView> page(Set<String> unreadable, HttpServletRequest request,
			HttpServletResponse response) {
		if (request.getMethod().equals("POST")) {
			return this.pages.render(request, response, unreadable);
		}
		// Where another one cannot be read either, the page as it is without conditions.
		return this.pages.again(request, response, unreadable)
			.or(() -> this.pages.again(request, response, Set.copyOf(request.getParameterMap().keySet())));
	}

	private static RuleViolation refusal(Set<String> unreadable, HttpServletRequest request) {
		var typed = new ArrayList<String>();
		for (var name : unreadable) {
			var values = request.getParameterValues(name);
			typed.addAll((values != null) ? List.of(values) : List.of());
		}
		if (typed.isEmpty()) {
			return new RuleViolation("web.incomplete");
		}
		return new RuleViolation("web.unreadable",
				typed.stream()
					.map((value) -> (value.length() > QUOTED) ? value.substring(0, QUOTED) + "…" : value)
					.collect(Collectors.joining("”、“", "“", "”")));
	}

}
