package org.nuanyang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in page, which says so if a session has just ended. */
class SignInFirst extends LoginUrlAuthenticationEntryPoint {

	SignInFirst() {
		super("/login");
	}

	@Override
	protected String determineUrlToUseForThisRequest(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException stranger) {
		return (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) ? "/login?expired"
				: "/login";
	}

}
