package org.nuanyang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The labels that a template gives the fields of its form. “请填写这一项” says enough beside
 * its field, but not in the summary above the form; which label a field has, only the
 * template knows. Templates call it as {@code @labels}.
 */
@Component("labels")
public class FieldLabels {

	/**
	 * A field by its name, or the last part of one in a list, and the key of its label.
	 */
	private static final Pattern FIELD = Pattern
		.compile("forms :: \\w+\\((?:'([\\w.]+)'|\\$\\{\\w+ \\+ '([.]?\\w+)'}), '([\\w.-]+)'");

	private static final Pattern LABEL = Pattern
		.compile("<label[^>]* for=\"([\\w.-]+)\"[^>]* th:text=\"#\\{([\\w.-]+)}\"");

	private static final Pattern PART = Pattern.compile("~\\{(\\w+/_[\\w-]+) ::");

	private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

	private final MessageSource messages;

	FieldLabels(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * What a summary says of an error: with the label of its field before it where the
	 * same words could stand at any field.
	 */
	public String named(String template, @Nullable String field, @Nullable String code, String message) {
		var key = (field != null && isOfAnyField(code)) ? key(template, field) : null;
		return (key != null) ? this.messages.getMessage("web.form.error.of",
				new Object[] { this.messages.getMessage(key, null, LocaleContextHolder.getLocale()), message },
				LocaleContextHolder.getLocale()) : message;
	}

	/** Whether the template has a field with this id, to which a refusal may lead. */
	public boolean isOn(String template, String field) {
		return labels(template).containsKey(field);
	}

	private Map<String, String> labels(String template) {
		return this.known.computeIfAbsent(template, FieldLabels::read);
	}

	/**
	 * Constraints of validation have names of classes; rules of our own name their field.
	 */
	private static boolean isOfAnyField(@Nullable String code) {
		return code != null
				&& (code.equals("typeMismatch") || (!code.isEmpty() && Character.isUpperCase(code.charAt(0))));
	}

	private @Nullable String key(String template, String field) {
		var labels = labels(template);
		var whole = labels.get(field);
		return (whole != null) ? whole : labels.get(field.substring(field.lastIndexOf('.') + 1));
	}

	private static Map<String, String> read(String template) {
		var labels = new HashMap<String, String>();
		read(template, labels, new HashSet<>());
		return labels;
	}

	/** Some parts are made of themselves. */
	private static void read(String template, Map<String, String> labels, Set<String> seen) {
		var file = new ClassPathResource("templates/" + template + ".html");
		if (!seen.add(template) || !file.exists()) {
			return;
		}
		var text = text(file);
		FIELD.matcher(text)
			.results()
			.forEach((field) -> labels.putIfAbsent(
					(field.group(1) != null) ? field.group(1) : field.group(2).replace(".", ""), field.group(3)));
		LABEL.matcher(text).results().forEach((label) -> labels.putIfAbsent(label.group(1), label.group(2)));
		PART.matcher(text).results().map((part) -> part.group(1)).forEach((part) -> read(part, labels, seen));
	}

	private static String text(ClassPathResource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
