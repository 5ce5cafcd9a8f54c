package org.nuanyang.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.Scope;
import org.nuanyang.user.SignedIn;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the request the scope of who signed in, and sends a person with an initial
 * password to the page that changes it.
 */
class ScopeFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
			chain.doFilter(request, response);
			return;
		}
		if (person.mustChangePassword() && mustWait(request)) {
			response.sendRedirect(request.getContextPath() + "/password");
			return;
		}
		inScope(person.actor().scope(), () -> chain.doFilter(request, response));
	}

	private static boolean mustWait(HttpServletRequest request) {
		var path = request.getRequestURI().substring(request.getContextPath().length());
		return !path.equals("/password") && !path.equals("/logout") && !path.startsWith("/language/")
				&& !path.startsWith("/css/") && !path.startsWith("/js/") && !path.startsWith("/webjars/")
				&& !path.endsWith(".svg") && !path.equals("/error");
	}

	private static void inScope(Scope scope, Work work) throws ServletException, IOException {
		var failure = scope.call(() -> {
			try {
				work.run();
				return new Outcome(null);
			}
			catch (ServletException | IOException ex) {
				return new Outcome(ex);
			}
		}).failure();
		switch (failure) {
			case ServletException ex -> throw ex;
			case IOException ex -> throw ex;
			case null, default -> {
			}
		}
	}

	private interface Work {

		void run() throws ServletException, IOException;

	}

	private record Outcome(@org.jspecify.annotations.Nullable Exception failure) {

	}

}
