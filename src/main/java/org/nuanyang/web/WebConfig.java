package org.nuanyang.web;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** How requests are read: language, dates and amounts in forms, the frame of the page. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

	private final ObjectProvider<ShellInterceptor> shell;

	private final ObjectProvider<LocalValidatorFactoryBean> validator;

	WebConfig(ObjectProvider<ShellInterceptor> shell, ObjectProvider<LocalValidatorFactoryBean> validator) {
		this.shell = shell;
		this.validator = validator;
	}

	/** Chinese until somebody chooses English; the browser's own wish does not count. */
	@Bean
	static LocaleResolver localeResolver() {
		var resolver = new CookieLocaleResolver("language");
		resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		return resolver;
	}

	/** Of this type, or Boot adds Spring's own behind it. */
	@Bean
	static FilterRegistrationBean<ResourceUrlEncodingFilter> versionedFiles(ObjectProvider<ResourceUrlProvider> files) {
		var filter = new FilterRegistrationBean<ResourceUrlEncodingFilter>(new VersionedFiles(files));
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return filter;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.shell.getObject())
			.excludePathPatterns("/css/**", "/js/**", "/webjars/**", "/*.svg");
		registry.addInterceptor(new LastPage());
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		// Date fields of the browser speak ISO, whatever the language of the page.
		var dates = new DateTimeFormatterRegistrar();
		dates.setUseIsoFormat(true);
		dates.registerFormatters(registry);
		registry.addFormatter(new DayFormatter());
		registry.addConverter(new AmountConverter());
	}

	@Override
	public Validator getValidator() {
		return new FormValidator(this.validator.getObject());
	}

}
