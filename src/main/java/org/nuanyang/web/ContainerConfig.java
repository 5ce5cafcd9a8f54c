package org.nuanyang.web;

import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the container says by itself, in our words. */
@Configuration(proxyBeanMethods = false)
class ContainerConfig {

	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsOfTheContainer() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ErrorPageValve.class.getName());
			}
		});
	}

}
