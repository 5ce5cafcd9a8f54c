package org.nuanyang.database;

import java.util.List;

import org.postgresql.Driver;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses the address of a database that PostgreSQL's driver cannot read, before a dozen
 * beans wrap the reason.
 */
class DatabaseAddress implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		for (var setting : List.of("spring.datasource.url", "spring.flyway.url")) {
			var url = environment.getProperty(setting, "none");
			if (!url.equals("none") && Driver.parseURL(url, null) == null) {
				throw new StartupRefused(
						"%s 不是 PostgreSQL 数据库的地址，应写成 jdbc:postgresql://主机:5432/数据库名。 · %s is no address of a PostgreSQL database: write jdbc:postgresql://host:5432/name."
							.formatted(setting, setting));
			}
		}
	}

	/** After the files that settings may come from. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
