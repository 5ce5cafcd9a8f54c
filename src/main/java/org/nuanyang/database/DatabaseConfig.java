package org.nuanyang.database;

import java.nio.file.Path;
import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DatabaseConfig {

	@Bean
	@ConditionalOnMissingBean(Clock.class)
	SteppedClock clock() {
		return new SteppedClock();
	}

	/**
	 * Sessions are read before anybody is known, so their transactions must not ask for a
	 * scope.
	 */
	@Bean
	TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
		var template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return template;
	}

	/**
	 * Two requests of one session may add the same attribute at once; the later one
	 * stands.
	 */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionAttributes() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/** Boot offers none beside another bean of its interface. */
	@Bean
	@Primary
	TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
		return new TransactionTemplate(manager);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
	static class Embedded {

		@Bean
		EmbeddedDatabase embeddedDatabase(@Value("${nuanyang.data}") Path data,
				@Value("${nuanyang.embedded-passwords}") Path passwords) {
			return EmbeddedDatabase.start(data.resolve("postgres"), passwords);
		}

		@Bean
		JdbcConnectionDetails appConnection(EmbeddedDatabase database) {
			return new JdbcConnectionDetails() {

				@Override
				public String getUsername() {
					return "nuanyang_app";
				}

				@Override
				public String getPassword() {
					return database.secrets().app();
				}

				@Override
				public String getJdbcUrl() {
					return database.url();
				}

			};
		}

		@Bean
		FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
			return new FlywayConnectionDetails() {

				@Override
				public String getUsername() {
					return "nuanyang_owner";
				}

				@Override
				public String getPassword() {
					return database.secrets().owner();
				}

				@Override
				public String getJdbcUrl() {
					return database.url();
				}

			};
		}

	}

}
