package org.nuanyang.web;

import org.nuanyang.user.SignIn;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Ring one: everything is closed unless a handler's {@code @Access} opens it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

	private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private static final String[] FILES = { "/css/**", "/js/**", "/webjars/**", "/*.svg", "/error" };

	@Bean
	static PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	/** The database knows no NUL character; a parameter may stand without a value. */
	@Bean
	static HttpFirewall firewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value == null || value.indexOf('\0') < 0);
		return firewall;
	}

	@Bean
	AuthenticationManager authenticationManager(SignIn signIn) {
		return new ProviderManager(signIn);
	}

	/** The management port listens on this machine only. */
	@Bean
	@Order(1)
	SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.disable())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, AccessManager access, SignInOutcome outcome, PageBefore pageBefore)
			throws Exception {
		return http
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(FILES).permitAll().anyRequest().access(access))
			.formLogin((login) -> login.loginPage("/login")
				.usernameParameter("username")
				.passwordParameter("password")
				.successHandler(outcome)
				.failureHandler(outcome))
			.logout((logout) -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
			.exceptionHandling((problems) -> problems.accessDeniedHandler(new Denied(pageBefore))
				.authenticationEntryPoint(new SignInFirst()))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(
						(permissions) -> permissions.policy("camera=(), microphone=(), geolocation=()")))
			.addFilterBefore(new ScopeFilter(), AuthorizationFilter.class)
			.build();
	}

}
