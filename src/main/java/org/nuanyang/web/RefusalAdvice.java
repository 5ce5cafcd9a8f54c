package org.nuanyang.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells refusals: a broken rule on the page where the button was pressed, with everything
 * typed still there; the unknown as 404; an edit overtaken by another as 409.
 */
@ControllerAdvice
class RefusalAdvice {

	private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

	private final PageBefore pageBefore;

	private final UploadLimit limit;

	RefusalAdvice(PageBefore pageBefore, UploadLimit limit) {
		this.pageBefore = pageBefore;
		this.limit = limit;
	}

	@ExceptionHandler(RuleViolation.class)
	ModelAndView refused(RuleViolation violation, HttpServletRequest request, HttpServletResponse response) {
		var before = request.getMethod().equals("POST") ? this.pageBefore.render(request, response, violation)
				: unconditioned(request, response);
		var page = before.orElseGet(() -> problem(HttpStatus.UNPROCESSABLE_CONTENT));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("refusal", violation);
		return page;
	}

	/** A page that refuses what its address asks for may still be shown without it. */
	private Optional<ModelAndView> unconditioned(HttpServletRequest request, HttpServletResponse response) {
		return (request.getQueryString() != null)
				? this.pageBefore.again(request, response, Set.copyOf(request.getParameterMap().keySet()))
				: Optional.empty();
	}

	@ExceptionHandler(NotFound.class)
	ModelAndView notFound() {
		return problem(HttpStatus.NOT_FOUND);
	}

	/** Somebody was faster. */
	@ExceptionHandler(ConcurrencyFailureException.class)
	ModelAndView overtaken(ConcurrencyFailureException conflict, HttpServletRequest request,
			HttpServletResponse response) {
		log.info("Refused as a conflict: {}", conflict.getMessage());
		return conflict(request, response);
	}

	/** The database refused what the rules had let through, or a second row. */
	@ExceptionHandler(DataIntegrityViolationException.class)
	ModelAndView impossible(DataIntegrityViolationException conflict, HttpServletRequest request,
			HttpServletResponse response) {
		log.warn("Refused as a conflict", conflict);
		return conflict(request, response);
	}

	/** The page before as it is now, with the words that were typed beside it. */
	private ModelAndView conflict(HttpServletRequest request, HttpServletResponse response) {
		var before = request.getMethod().equals("POST") ? this.pageBefore.render(request, response)
				: Optional.<ModelAndView>empty();
		before.ifPresent((page) -> page.addObject("refusal", new RuleViolation("web.overtaken")));
		var page = before.orElseGet(() -> problem(HttpStatus.CONFLICT));
		page.setStatus(HttpStatus.CONFLICT);
		return page.addObject("unsaved", Typed.in(request));
	}

	/** A form for files that came without one, or torn. */
	@ExceptionHandler(MultipartException.class)
	ModelAndView torn(MultipartException upload, HttpServletRequest request) {
		if (!(upload instanceof MaxUploadSizeExceededException)) {
			return problem(HttpStatus.BAD_REQUEST);
		}
		var told = new ExtendedModelMap();
		this.limit.tell(told, request, request.getRequestURI());
		return problem(HttpStatus.CONTENT_TOO_LARGE).addAllObjects(told);
	}

	private static ModelAndView problem(HttpStatus status) {
		return new ModelAndView("error/problem", Map.of("status", status.value()), status);
	}

}
