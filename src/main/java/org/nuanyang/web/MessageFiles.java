package org.nuanyang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Every file of {@code messages/} is loaded: the one without a suffix is Chinese and
 * answers where a language has no file of its own.
 */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

	@Bean
	static MessageSource messageSource() throws IOException {
		var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
		Arrays.sort(files, Comparator.comparing(MessageFiles::name));
		var languages = new HashMap<String, Map<String, String>>();
		for (var file : files) {
			var texts = languages.computeIfAbsent(language(file), (language) -> new HashMap<>());
			PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
				.forEach((key, text) -> texts.putIfAbsent((String) key, (String) text));
		}
		return new Messages(languages);
	}

	/** Empty for the language of the files without a suffix. */
	private static String language(Resource file) {
		var name = name(file);
		return name.contains("_") ? name.substring(name.indexOf('_') + 1, name.indexOf('.')) : "";
	}

	private static String name(Resource file) {
		return Objects.requireNonNull(file.getFilename());
	}

}
