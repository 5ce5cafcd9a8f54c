package org.nuanyang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Ring one: every address against every role, from the one reviewed table access.csv. A
 * handler that the table does not know fails; so does an answer of 500.
 */
@IntegrationTest
class AccessTests {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Test
	void theTableKnowsEveryHandler() throws IOException {
		assertThat(table().keySet()).isEqualTo(mapped());
	}

	@TestFactory
	Stream<DynamicTest> everyAddressForEveryRole() throws IOException {
		var school = this.cast.school();
		var people = Map.of(Role.OFFICER, school.officer(), Role.HEAD_TEACHER, school.headTeacher(), Role.PRINCIPAL,
				school.principal(), Role.REVIEWER, school.reviewer(), Role.FINANCE, school.finance(), Role.COUNSELLOR,
				school.counsellor(), Role.DISTRICT, school.district(), Role.COUNTY, school.county(), Role.AUDITOR,
				school.auditor(), Role.ADMIN, school.admin());
		return table().entrySet()
			.stream()
			// Signing out or changing the password would end the walk.
			.filter((entry) -> !entry.getKey().equals("POST /password"))
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(),
					() -> people.forEach((role, actor) -> check(entry.getKey(), entry.getValue(), role, actor))));
	}

	@TestFactory
	Stream<DynamicTest> nobodyGetsInWithoutSigningIn() throws IOException {
		return table().entrySet().stream().map((entry) -> DynamicTest.dynamicTest(entry.getKey(), () -> {
			var answer = exchange(entry.getKey(), null);
			if (entry.getValue().contains("open")) {
				assertThat(answer.getResponse().getRedirectedUrl()).isNotEqualTo("/login");
			}
			else {
				assertThat(answer.getResponse().getRedirectedUrl()).endsWith("/login");
			}
		}));
	}

	private void check(String address, Set<String> allowed, Role role, Actor actor) {
		var status = exchange(address, actor).getResponse().getStatus();
		assertThat(status).as(role + " on " + address).isLessThan(500);
		if (allowed.contains("open") || allowed.contains("*") || allowed.contains(role.name())) {
			assertThat(status).as(role + " on " + address).isNotEqualTo(403);
		}
		else {
			assertThat(status).as(role + " on " + address).isEqualTo(403);
		}
	}

	private org.springframework.test.web.servlet.assertj.MvcTestResult exchange(String address,
			@org.jspecify.annotations.Nullable Actor actor) {
		var parts = address.split(" ");
		var request = this.mvc.method(HttpMethod.valueOf(parts[0])).uri(concrete(parts[1]));
		return request.with((actor != null) ? Cast.as(actor) : csrf()).exchange();
	}

	/**
	 * The pattern with its variables filled in: an id that nobody has, or the first of
	 * the words it takes.
	 */
	private static String concrete(String pattern) {
		return pattern.replaceAll("\\{[^}:]+:([a-z]+)[^}]*}", "$1").replaceAll("\\{[^}]+}", "0");
	}

	private Set<String> mapped() {
		var found = new TreeSet<String>();
		this.handlers.getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith("org.nuanyang")) {
				var methods = mapping.getMethodsCondition().getMethods();
				for (var path : mapping.getPatternValues()) {
					for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
						found.add(method + " " + path);
					}
				}
			}
		});
		return found;
	}

	private static Map<String, Set<String>> table() throws IOException {
		var lines = new ClassPathResource("access.csv").getContentAsString(StandardCharsets.UTF_8).lines();
		return lines.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> List.of(line.split(",")))
			.collect(Collectors.toMap((line) -> line.get(0) + " " + line.get(1),
					(line) -> Arrays.stream(line.get(2).split(" ")).collect(Collectors.toSet()), (one, two) -> one,
					TreeMap::new));
	}

}
