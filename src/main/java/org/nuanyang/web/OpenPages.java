package org.nuanyang.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nuanyang.kernel.Access;
import org.nuanyang.user.SignedIn;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which pages somebody's roles open, told from the address alone. */
@Component
class OpenPages {

	/**
	 * By the first word of their addresses: a list has a link in every row, and the
	 * product hundreds of pages.
	 */
	private final SingletonSupplier<Map<String, List<Page>>> pages;

	OpenPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.pages = SingletonSupplier.of(() -> pages(handlers.getObject()));
	}

	private static Map<String, List<Page>> pages(RequestMappingHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> isRead(entry.getKey().getMethodsCondition().getMethods()))
			.flatMap((entry) -> Optional.ofNullable(entry.getKey().getPathPatternsCondition())
				.stream()
				.flatMap((condition) -> condition.getPatterns().stream())
				.map((pattern) -> page(pattern, entry.getValue())))
			.sorted(Comparator.comparing(Page::pattern))
			.collect(Collectors.groupingBy((page) -> first(page.pattern().getPatternString())));
	}

	private static Page page(PathPattern pattern, HandlerMethod handler) {
		return new Page(pattern, AccessManager.access(handler));
	}

	/** Empty for a pattern that begins with a variable, and for the home page. */
	private static String first(String path) {
		var word = path.substring(1).split("/", 2)[0];
		return word.matches("[\\w.-]+") ? word : "";
	}

	private static boolean isRead(Set<RequestMethod> methods) {
		return methods.isEmpty() || methods.contains(RequestMethod.GET);
	}

	/**
	 * Whether a link leads somewhere: to a page that one's roles open, or to an address
	 * that no handler answers, such as a picture.
	 */
	boolean mayOpen(SignedIn person, String path) {
		var asked = PathContainer.parsePath(path);
		return Stream.of(first(path), "")
			.distinct()
			.flatMap((word) -> this.pages.obtain().getOrDefault(word, List.of()).stream())
			.filter((page) -> page.pattern().matches(asked))
			.findFirst()
			.map((page) -> AccessManager.mayReach(page.access(), Optional.of(person)))
			.orElse(true);
	}

	private record Page(PathPattern pattern, Optional<Access> access) {

	}

}
