package org.nuanyang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells refusals: a broken rule on the page where the button was pressed, with everything
 * typed still there; the unknown as 404; an edit overtaken by another as 409.
 */
@ControllerAdvice
class RefusalAdvice {

	private final PageBefore pageBefore;

	RefusalAdvice(PageBefore pageBefore) {
		this.pageBefore = pageBefore;
	}

	@ExceptionHandler(RuleViolation.class)
	ModelAndView refused(RuleViolation violation, HttpServletRequest request, HttpServletResponse response) {
		var page = (request.getMethod().equals("POST") ? this.pageBefore.render(request, response)
				: java.util.Optional.<ModelAndView>empty())
			.orElseGet(() -> new ModelAndView("error/refused"));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("refusal", violation);
		return page;
	}

	@ExceptionHandler(NotFound.class)
	ModelAndView notFound() {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler(OptimisticLockingFailureException.class)
	ModelAndView overtaken() {
		return new ModelAndView("error/409", HttpStatus.CONFLICT);
	}

}
