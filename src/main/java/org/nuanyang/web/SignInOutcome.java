package org.nuanyang.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.user.SignIn.Throttled;

import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a sign-in leads: on to the page that was asked for, or back with the reason. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		getRedirectStrategy().sendRedirect(request, response, "/login?error=" + reason(failure));
	}

	private static String reason(AuthenticationException failure) {
		return switch (failure) {
			case LockedException locked -> "locked";
			case Throttled throttled -> "throttled";
			// A disabled account and a wrong password look alike to a stranger.
			default -> "credentials";
		};
	}

}
