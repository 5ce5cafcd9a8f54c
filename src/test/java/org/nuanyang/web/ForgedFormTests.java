package org.nuanyang.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/**
 * Every handler of a form against values that no page of ours sends: none, words for
 * numbers, numbers past their type, days that are none, rows far down a list, keys that
 * no list has, characters that the database refuses. It may refuse, never break. On a
 * database of its own, for some of it is taken: a day of the calendar, a county's rule.
 */
@IntegrationTest
@TestPropertySource(properties = "test.database=forged")
class ForgedFormTests {

	private static final String NUL = "a\u0000b";

	private static final String LONG = "长".repeat(3000);

	private static final List<String> GARBAGE = List.of("", "NOPE", "99999999999999999999", NUL);

	/** The first word of an address and where the newest of its things stands. */
	private static final Map<String, String> TABLES = Map.of("students", "enrolment", "applications", "aid_application",
			"rounds", "aid_round", "payees", "payee", "meetings", "committee_meeting", "appraisals", "class_appraisal",
			"visits", "home_visit", "classes", "school_class", "categories", "pupil_category");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		this.chain.draft(this.school, "郑例二");
	}

	@TestFactory
	Stream<DynamicTest> noFormBreaksOnWhatIsForged() {
		var found = new TreeMap<String, HandlerMethod>();
		this.handlers.getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith("org.nuanyang")
					&& mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
				mapping.getPatternValues()
					.forEach((path) -> found.put(path + " " + mapping.getParamsCondition(), handler));
			}
		});
		assertThat(found).hasSizeGreaterThan(100);
		return found.entrySet()
			.stream()
			// Changing the password would end the walk.
			.filter((entry) -> !entry.getKey().startsWith("/password "))
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(),
					() -> forge(entry.getKey().split(" ")[0], entry.getKey(), entry.getValue())));
	}

	private void forge(String pattern, String key, HandlerMethod handler) {
		var fields = fields(handler);
		var extra = key.contains("[add]") ? "add"
				: key.contains("[remove]") ? "remove" : key.contains("[auto]") ? "auto" : null;
		var actor = actor(handler);
		for (var garbage : GARBAGE) {
			var all = new LinkedHashMap<String, String>();
			fields.keySet().forEach((name) -> all.put(name, garbage));
			send(pattern, actor, all, extra);
		}
		var wordy = new LinkedHashMap<String, String>();
		fields.forEach((name, type) -> wordy.put(name, (type == String.class) ? LONG : usual(type)));
		send(pattern, actor, wordy, extra);
		// One value alone, the others as they should be, comes farther.
		fields.forEach((name, type) -> worst(type).forEach((garbage) -> {
			var one = new LinkedHashMap<String, String>();
			fields.forEach((other, right) -> one.put(other, usual(right)));
			one.put(name, garbage);
			send(pattern, actor, one, extra);
		}));
		// One row or key of each list: they are read alike.
		fields.keySet()
			.stream()
			.filter((name) -> name.contains("["))
			.collect(Collectors.toMap((name) -> name.substring(0, name.indexOf('[')), Function.identity(),
					(one, two) -> one, TreeMap::new))
			.values()
			.forEach((name) -> {
				for (var index : List.of("5", "5000", "NOPE", "")) {
					send(pattern, actor, Map.of(name.replaceFirst("\\[[^]]*]", "[" + index + "]"), "x"), extra);
				}
			});
	}

	private static List<String> worst(Class<?> type) {
		if (type == String.class || type.isEnum() || type == boolean.class || type == Boolean.class
				|| type == UUID.class) {
			return List.of();
		}
		return (type == LocalDate.class) ? List.of("+999999999-12-31", "0000-01-01") : List.of("-1", "2147483647");
	}

	private static String usual(Class<?> type) {
		if (type.isEnum()) {
			return type.getEnumConstants()[0].toString();
		}
		if (type == LocalDate.class) {
			return "2026-10-14";
		}
		if (type == LocalTime.class) {
			return "09:00";
		}
		if (type == UUID.class) {
			return UUID.randomUUID().toString();
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true";
		}
		return (type == String.class) ? "测试" : (type == Yuan.class) ? "100.00" : "1";
	}

	private void send(String pattern, Actor actor, Map<String, String> form,
			@org.jspecify.annotations.Nullable String extra) {
		var request = this.mvc.post().uri(concrete(pattern)).with(as(actor));
		form.forEach(request::param);
		if (extra != null && !form.containsKey(extra)) {
			request.param(extra, "0");
		}
		var answer = request.exchange();
		var told = form.toString();
		assertThat(answer.getResponse().getStatus())
			.as(() -> pattern + " with " + told.substring(0, Math.min(told.length(), 300)))
			.isLessThan(500);
	}

	/**
	 * The path with the newest thing of the school in it, or with one that nobody has.
	 */
	private String concrete(String pattern) {
		var words = pattern.replaceAll("\\{[^}:]+:([a-z]+)[^}]*}", "$1");
		var table = TABLES.get(words.split("/")[1]);
		var id = (table != null)
				? this.trail.count(this.school.officer(),
						"select coalesce(max(id), 0) from " + table + " where school_id = ?", this.school.schoolId())
				: 0;
		return words.replaceFirst("\\{[^}]+}", "" + id).replaceAll("\\{[^}]+}", "0");
	}

	private Actor actor(HandlerMethod handler) {
		var access = Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class))
			.or(() -> Optional
				.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class)))
			.orElseThrow();
		var people = Map.of(Role.OFFICER, this.school.officer(), Role.HEAD_TEACHER, this.school.headTeacher(),
				Role.PRINCIPAL, this.school.principal(), Role.REVIEWER, this.school.reviewer(), Role.FINANCE,
				this.school.finance(), Role.COUNSELLOR, this.school.counsellor(), Role.DISTRICT, this.school.district(),
				Role.COUNTY, this.school.county(), Role.AUDITOR, this.school.auditor(), Role.ADMIN,
				this.school.admin());
		return Objects.requireNonNull(people.get((access.value().length == 0) ? Role.OFFICER : access.value()[0]));
	}

	/** The names of a handler's parameters, with the type of each. */
	private static Map<String, Class<?>> fields(HandlerMethod handler) {
		var fields = new LinkedHashMap<String, Class<?>>();
		for (var parameter : handler.getMethodParameters()) {
			parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
			if (parameter.hasParameterAnnotation(PathVariable.class)) {
				continue;
			}
			var named = parameter.getParameterAnnotation(RequestParam.class);
			if (named != null) {
				fields.put(name(parameter, named), single(parameter.getGenericParameterType()));
			}
			else if (parameter.getParameterType().isRecord()) {
				components("", parameter.getParameterType(), fields);
			}
		}
		return fields;
	}

	private static String name(MethodParameter parameter, RequestParam named) {
		var name = named.name().isEmpty() ? named.value() : named.name();
		return name.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : name;
	}

	private static void components(String prefix, Class<?> form, Map<String, Class<?>> fields) {
		for (RecordComponent component : form.getRecordComponents()) {
			var name = prefix + component.getName();
			var type = component.getType();
			if (Map.class.isAssignableFrom(type)) {
				var key = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
				fields.put(name + "[" + (key.isEnum() ? key.getEnumConstants()[0] : "x") + "]", String.class);
			}
			else if (Collection.class.isAssignableFrom(type) && single(component.getGenericType()).isRecord()) {
				components(name + "[0].", single(component.getGenericType()), fields);
			}
			else if (type.isRecord() && type != Yuan.class) {
				components(name + ".", type, fields);
			}
			else if (!MultipartFile.class.isAssignableFrom(type)) {
				fields.put(name, single(component.getGenericType()));
			}
		}
	}

	/** The type of one value, also of a list of them. */
	private static Class<?> single(Type type) {
		if (type instanceof ParameterizedType several) {
			var arguments = several.getActualTypeArguments();
			return single(arguments[arguments.length - 1]);
		}
		return (type instanceof Class<?> one) ? one : String.class;
	}

}
