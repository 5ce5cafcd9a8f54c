package org.nuanyang.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says what an entry keeps beside its action in the reader's language. The trail stores
 * codes and numbers, for it outlives every wording.
 */
@Component
class AuditWords {

	private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

	private static final Pattern CODES = Pattern.compile("[A-Z][A-Z0-9_]*(,[A-Z][A-Z0-9_]*)+");

	private static final Pattern OWN = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1");

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	/** The subject type of what a detail names under another word. */
	private static final Map<String, String> PEOPLE = Map.of("headTeacher", "user");

	/** Details whose codes are written in small letters. */
	private static final Set<String> LOWER = Set.of("owner", "slot", "table");

	private final MessageSource messages;

	private final ObjectMapper json;

	AuditWords(MessageSource messages, ObjectMapper json) {
		this.messages = messages;
		this.json = json;
	}

	/** One thing an entry says, in words. */
	record Detail(String label, String words) {

	}

	/** The things named by id in the details, by the subject type that can be asked. */
	Map<String, List<Long>> mentioned(AuditRow row) {
		return read(row).entrySet()
			.stream()
			.filter((detail) -> detail.getValue() instanceof Number)
			.collect(Collectors.groupingBy((detail) -> asked(detail.getKey()),
					Collectors.mapping((detail) -> ((Number) detail.getValue()).longValue(), Collectors.toList())));
	}

	/**
	 * What the entry says.
	 * @param names by subject type and id
	 */
	List<Detail> of(AuditRow row, Map<String, Map<Long, String>> names) {
		var details = new ArrayList<Detail>();
		read(row).forEach((key, value) -> {
			if (isNothing(value)) {
				return;
			}
			if (isWithheld(row, key)) {
				details.add(new Detail(word("audit.detail." + key, key), word("audit.value.withheld", "—")));
				return;
			}
			var known = (value instanceof Number id) ? names.getOrDefault(asked(key), Map.of()).get(id.longValue())
					: null;
			details.add(new Detail(word("audit.detail." + key, key), (known != null) ? known : words(key, value)));
		});
		return details;
	}

	/** Who reads the trail sees that a hardship category was recorded, not which. */
	private static boolean isWithheld(AuditRow row, String key) {
		return key.equals("category") && row.action().startsWith("household.category-");
	}

	/** Entries of former versions say in so many letters that nothing was given. */
	private static boolean isNothing(@Nullable Object value) {
		return value == null || value.toString().equals("null") || value.toString().isBlank();
	}

	/** What the entry is about, such as 申请 1024. */
	String subject(AuditRow row) {
		var type = type(row.subjectType());
		return (row.subjectId() != null) ? type + " " + row.subjectId() : type;
	}

	String type(String code) {
		return word("audit.type." + code, code);
	}

	/** Where it was done from; loopback addresses say less than the word for them. */
	@Nullable String address(AuditRow row) {
		var address = row.address();
		return (address != null && OWN.matcher(address).matches()) ? word("audit.address.own", address) : address;
	}

	String action(AuditRow row) {
		return word("audit.action." + row.action(), row.action());
	}

	private Map<String, Object> read(AuditRow row) {
		return this.json.readValue(row.details(), DETAILS);
	}

	private static String asked(String key) {
		return PEOPLE.getOrDefault(key, key);
	}

	private String words(String key, Object value) {
		var text = String.valueOf(value);
		if (value instanceof Boolean) {
			return word("audit.value." + text, text);
		}
		if (key.equals("work")) {
			return line(text);
		}
		var list = text.startsWith("[") && text.endsWith("]");
		var bare = list ? text.substring(1, text.length() - 1) : text;
		return (list || CODES.matcher(text).matches() ? Stream.of(bare.split(",\\s*")) : Stream.of(text))
			.map((one) -> CODE.matcher(one).matches() ? code(key, one)
					: LOWER.contains(key) ? code(key, one.toUpperCase(Locale.ROOT)) : one)
			.collect(Collectors.joining(word("audit.value.and", ", ")));
	}

	/** A line of the workbench, without the numbers that it had that day. */
	private String line(String key) {
		var words = word(key, key).replaceFirst("\\s*[：:]?\\s*\\{.*", "");
		return words.isEmpty() ? key : words;
	}

	/** The words of the feature that owns the code, where the detail says whose it is. */
	private String code(String key, String code) {
		return Stream.of(word("audit.words." + key, "").split(","))
			.flatMap((prefix) -> Stream.of(code, code.toLowerCase(Locale.ROOT).replace('_', '-')).map(prefix::concat))
			.map((message) -> word(message, ""))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElseGet(() -> word("audit.value." + code, code));
	}

	private String word(String key, String otherwise) {
		var text = this.messages.getMessage(key, new Object[0], otherwise, LocaleContextHolder.getLocale());
		return (text != null) ? text : otherwise;
	}

}
