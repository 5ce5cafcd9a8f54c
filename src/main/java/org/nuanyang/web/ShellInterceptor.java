package org.nuanyang.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.user.SignedIn;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Leaves the {@link Shell} in the request, where every template finds it: also one that
 * an exception handler or the error page renders, which model advice would not reach.
 */
@Component
class ShellInterceptor implements HandlerInterceptor {

	private final Menu menu;

	private final Clock clock;

	private final MessageSource messages;

	private final ObjectProvider<HelpSections> help;

	ShellInterceptor(Menu menu, Clock clock, MessageSource messages, ObjectProvider<HelpSections> help) {
		this.help = help;
		this.menu = menu;
		this.clock = clock;
		this.messages = messages;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var path = path(request);
		var actor = AccessManager.person(SecurityContextHolder.getContext().getAuthentication()).map(SignedIn::actor);
		request.setAttribute("shell", new Shell(actor.orElse(null), path, request.getQueryString(),
				term(LocalDate.now(this.clock)), (person) -> this.menu.of(person, path),
				(address) -> actor
					.flatMap((person) -> this.help.stream().findFirst().map((help) -> help.path(address, person)))
					.orElse("/help")));
		return true;
	}

	private String term(LocalDate today) {
		var locale = LocaleContextHolder.getLocale();
		var term = this.messages.getMessage("web.term." + Term.of(today), null, locale);
		return this.messages.getMessage("web.term", new Object[] { SchoolYear.of(today).label(), term }, locale);
	}

	/** The address that the person sees, also while its error page is being written. */
	private static String path(HttpServletRequest request) {
		var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		var uri = (asked != null) ? asked.toString() : request.getRequestURI();
		return uri.substring(request.getContextPath().length());
	}

}
