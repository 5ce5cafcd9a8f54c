package org.nuanyang.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.nuanyang.kernel.Actor;

import org.springframework.security.core.Authentication;

/** Who sent a request, signed in or not. */
final class Visitor {

	private Visitor() {
	}

	static Optional<Actor> of(HttpServletRequest request) {
		return (request.getUserPrincipal() instanceof Authentication signedIn
				&& signedIn.getPrincipal() instanceof Actor actor) ? Optional.of(actor) : Optional.empty();
	}

}
