package org.nuanyang.web;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.user.SignedIn;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the handler that would answer a request who may reach it. No {@code @Access}, no
 * entry; an address without a handler is open to the signed-in, who then read 404.
 */
@Component
class AccessManager implements AuthorizationManager<RequestAuthorizationContext> {

	private final RequestMappingHandlerMapping handlers;

	AccessManager(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
		this.handlers = handlers;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		var person = person(authentication.get());
		return new AuthorizationDecision(
				handler(context.getRequest()).map((handler) -> mayReach(handler, person)).orElse(person.isPresent()));
	}

	static boolean mayReach(HandlerMethod handler, Optional<SignedIn> person) {
		return mayReach(access(handler), person);
	}

	/** What a handler says of who may reach it, or its class. */
	static Optional<Access> access(HandlerMethod handler) {
		return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class))
			.or(() -> Optional
				.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class)));
	}

	static boolean mayReach(Optional<Access> access, Optional<SignedIn> person) {
		return access.filter((found) -> found.open() || person.filter((signedIn) -> holds(found, signedIn)).isPresent())
			.isPresent();
	}

	private static boolean holds(Access access, SignedIn person) {
		return access.value().length == 0 || person.actor().is(access.value());
	}

	Optional<HandlerMethod> handler(HttpServletRequest request) {
		try {
			if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
				ServletRequestPathUtils.parseAndCache(request);
			}
			var chain = this.handlers.getHandler(request);
			return (chain != null && chain.getHandler() instanceof HandlerMethod handler) ? Optional.of(handler)
					: Optional.empty();
		}
		catch (ServletException ex) {
			// The address exists but not for this method or form: the handler's own
			// answer says so.
			return Optional.empty();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Optional<SignedIn> person(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn)
				? Optional.of(signedIn) : Optional.empty();
	}

}
