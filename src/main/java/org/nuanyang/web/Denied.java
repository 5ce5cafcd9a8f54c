package org.nuanyang.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Answers who may not: 403 in the product's words. A form whose token has run out with
 * its session goes to the sign-in page instead, for nobody is to blame.
 */
class Denied implements AccessDeniedHandler {

	private final PageBefore pageBefore;

	Denied(PageBefore pageBefore) {
		this.pageBefore = pageBefore;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (denied instanceof CsrfException && request.getUserPrincipal() == null) {
			rememberPage(request);
			response.sendRedirect(request.getContextPath() + "/login?expired");
			return;
		}
		response.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

	/**
	 * After signing in again the person is on the page of that form, not on the home
	 * page.
	 */
	private void rememberPage(HttpServletRequest request) {
		this.pageBefore.form(request)
			.ifPresent((page) -> request.getSession()
				.setAttribute("SPRING_SECURITY_SAVED_REQUEST", new SimpleSavedRequest(page.toString())));
	}

}
