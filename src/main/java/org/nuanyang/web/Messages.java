package org.nuanyang.web;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.AbstractMessageSource;

/**
 * The texts of all files as one table per language: a page asks for hundreds, and Spring
 * would look through file after file for each.
 */
class Messages extends AbstractMessageSource {

	private final Map<String, Map<String, String>> languages = new HashMap<>();

	private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

	private final Map<String, String> standard;

	/**
	 * @param languages texts by language; those under the empty name answer where another
	 * has none
	 */
	Messages(Map<String, Map<String, String>> languages) {
		this.standard = Map.copyOf(languages.getOrDefault("", Map.of()));
		languages.forEach((language, own) -> {
			var texts = new HashMap<>(this.standard);
			texts.putAll(own);
			this.languages.put(language, Map.copyOf(texts));
		});
	}

	@Override
	protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
		return this.languages.getOrDefault(locale.getLanguage(), this.standard).get(code);
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		var text = resolveCodeWithoutArguments(code, locale);
		return (text == null) ? null : this.formats.computeIfAbsent(locale, (language) -> new ConcurrentHashMap<>())
			.computeIfAbsent(code, (unread) -> new MessageFormat(text, locale));
	}

}
