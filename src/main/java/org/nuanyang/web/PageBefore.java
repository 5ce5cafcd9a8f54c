package org.nuanyang.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Renders again the page from which a refused form was posted: the one the browser names,
 * or the nearest page above the posted address. What was typed stays readable as request
 * parameters.
 */
@Component
class PageBefore {

	/** How the address of a form ends, below the one that takes it. */
	private static final List<String> FORMS = List.of("/new", "/edit");

	private final AccessManager access;

	/** Asked late: it collects the advice that uses this. */
	private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

	PageBefore(AccessManager access, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
		this.access = access;
		this.adapter = adapter;
	}

	Optional<ModelAndView> render(HttpServletRequest request, HttpServletResponse response) {
		return render(request, response, Set.of());
	}

	/** Where the browser names none, the page on which the violation wants to be told. */
	Optional<ModelAndView> render(HttpServletRequest request, HttpServletResponse response, RuleViolation violation) {
		var own = Optional.ofNullable(violation.page()).map(URI::create);
		return first(Stream.of(form(request), own).flatMap(Optional::stream), request, response, Set.of())
			.or(() -> first(above(request), request, response, Set.of()));
	}

	/** Leaves parameters out with which that page could not be shown either. */
	Optional<ModelAndView> render(HttpServletRequest request, HttpServletResponse response, Set<String> without) {
		return first(Stream.concat(form(request).stream(), above(request)), request, response, without);
	}

	private Optional<ModelAndView> first(Stream<URI> pages, HttpServletRequest request, HttpServletResponse response,
			Set<String> without) {
		return pages.map((address) -> render(new AsGet(request, address, without), response))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** The same page asked again without some of its parameters. */
	Optional<ModelAndView> again(HttpServletRequest request, HttpServletResponse response, Set<String> without) {
		return render(new AsGet(request, URI.create(request.getRequestURI()), without), response);
	}

	private Optional<ModelAndView> render(AsGet page, HttpServletResponse response) {
		var posted = ServletRequestPathUtils.getParsedRequestPath(page);
		try {
			ServletRequestPathUtils.parseAndCache(page);
			var handler = this.access.handler(page).filter(PageBefore::isPage).filter(PageBefore::isOpenToActor);
			return handler.isPresent()
					? Optional.ofNullable(this.adapter.getObject().handle(page, response, handler.get()))
						.filter(PageBefore::isShown)
					: Optional.empty();
		}
		catch (RuleViolation | NotFound | TypeMismatchException | BindException | ServletRequestBindingException ex) {
			// That page refuses too, or is none: the next one, or the plain refusal, has
			// to do.
			return Optional.empty();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			page.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, posted);
		}
	}

	/** A download above the posted address would be sent instead of the reason. */
	private static boolean isPage(HandlerMethod handler) {
		return !HttpEntity.class.isAssignableFrom(handler.getMethod().getReturnType());
	}

	/** A page that would only lead elsewhere has no room for the reason. */
	private static boolean isShown(ModelAndView page) {
		var name = page.getViewName();
		return name == null || !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
	}

	private static boolean isOpenToActor(HandlerMethod handler) {
		return AccessManager.mayReach(handler,
				AccessManager.person(SecurityContextHolder.getContext().getAuthentication()));
	}

	/** The page that the browser says the form was on, if it is one of ours. */
	static Optional<URI> named(HttpServletRequest request) {
		return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
			.filter((header) -> header.startsWith(origin(request) + "/"))
			.flatMap(PageBefore::parse)
			.filter((page) -> page.getPath() != null);
	}

	/**
	 * The page with the form that was posted. A refusal leaves the browser on the address
	 * it posted to, which by itself is a list: then it is the form below that address.
	 */
	Optional<URI> form(HttpServletRequest request) {
		return named(request).map((page) -> page.getPath().equals(request.getRequestURI()) ? FORMS.stream()
			.map((end) -> below(page, end))
			.filter((form) -> exists(request, form))
			.findFirst()
			.orElse(page) : page);
	}

	private static URI below(URI page, String end) {
		return UriComponentsBuilder.fromUri(page).replacePath(page.getRawPath() + end).build(true).toUri();
	}

	private boolean exists(HttpServletRequest request, URI form) {
		var posted = ServletRequestPathUtils.getParsedRequestPath(request);
		var page = new AsGet(request, form, Set.of());
		try {
			ServletRequestPathUtils.parseAndCache(page);
			return this.access.handler(page).isPresent() && FORMS.stream()
				.anyMatch((end) -> String.valueOf(page.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
					.endsWith(end));
		}
		finally {
			page.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, posted);
		}
	}

	private static Optional<URI> parse(String header) {
		try {
			return Optional.of(URI.create(header));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String origin(HttpServletRequest request) {
		var url = request.getRequestURL();
		return url.substring(0, url.length() - request.getRequestURI().length());
	}

	private static Stream<URI> above(HttpServletRequest request) {
		return Stream.iterate(request.getRequestURI(), (path) -> path.length() > 1, PageBefore::parent)
			.map((path) -> UriComponentsBuilder.fromPath(path).build(true).toUri());
	}

	private static String parent(String path) {
		var cut = path.lastIndexOf('/');
		return (cut > 0) ? path.substring(0, cut) : "/";
	}

	/**
	 * The posted request as a GET of another page, with what was posted still among the
	 * parameters.
	 */
	private static final class AsGet extends HttpServletRequestWrapper {

		private final URI page;

		private final Map<String, String[]> parameters;

		AsGet(HttpServletRequest posted, URI page, Set<String> without) {
			super(posted);
			this.page = page;
			this.parameters = new LinkedHashMap<>(posted.getParameterMap());
			UriComponentsBuilder.fromUri(page)
				.build()
				.getQueryParams()
				.forEach((name, values) -> this.parameters.put(decode(name),
						values.stream().map(AsGet::decode).toArray(String[]::new)));
			this.parameters.keySet().removeAll(without);
		}

		private static String decode(String text) {
			return (text != null) ? java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8) : "";
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public String getRequestURI() {
			return this.page.getRawPath();
		}

		@Override
		public String getServletPath() {
			return this.page.getPath().substring(getContextPath().length());
		}

		@Override
		public StringBuffer getRequestURL() {
			return new StringBuffer(this.page.toString());
		}

		@Override
		public @org.jspecify.annotations.Nullable String getParameter(String name) {
			var values = this.parameters.get(name);
			return (values != null && values.length > 0) ? values[0] : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.copyOf(this.parameters);
		}

		@Override
		public java.util.Enumeration<String> getParameterNames() {
			return java.util.Collections.enumeration(this.parameters.keySet());
		}

		@Override
		public String @org.jspecify.annotations.Nullable [] getParameterValues(String name) {
			return this.parameters.get(name);
		}

	}

}
