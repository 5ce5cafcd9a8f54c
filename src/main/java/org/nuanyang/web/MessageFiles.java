package org.nuanyang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file of {@code messages/} is loaded: the one without a suffix is Chinese and
 * answers where a language has no file of its own.
 */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

	@Bean
	static MessageSource messageSource() throws IOException {
		var source = new ResourceBundleMessageSource();
		source.setDefaultEncoding(StandardCharsets.UTF_8.name());
		source.setFallbackToSystemLocale(false);
		source.setBasenames(names());
		return source;
	}

	private static String[] names() throws IOException {
		var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
		return Arrays.stream(files)
			.map(Resource::getFilename)
			.map(Objects::requireNonNull)
			.filter((name) -> !name.contains("_"))
			.map((name) -> "messages/" + name.substring(0, name.length() - ".properties".length()))
			.sorted()
			.distinct()
			.toArray(String[]::new);
	}

}
