package org.nuanyang.database;

import java.sql.SQLException;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Settings of an external database with which the app must not start. */
@IntegrationTest
class StartRefusalTests {

	@Test
	void theRoleOfADeploymentIsAccepted() {
		assertThatCode(() -> check("nuanyang_app")).doesNotThrowAnyException();
	}

	@Test
	void aRoleThatOwnsTheTablesIsRefused() {
		refused("nuanyang_owner", "行级安全");
	}

	@Test
	void aMemberOfTheOwnerIsRefused() {
		TestDatabase.asSuperuser("create role start_member login password 'test' in role nuanyang_owner");
		refused("start_member", "行级安全");
	}

	@Test
	void aSuperuserIsRefused() {
		TestDatabase.asSuperuser("create role start_super superuser login password 'test'");
		refused("start_super", "行级安全");
	}

	@Test
	void aRoleThatBypassesRowLevelSecurityIsRefused() {
		TestDatabase.asSuperuser("create role start_bypass bypassrls login password 'test'");
		refused("start_bypass", "行级安全");
	}

	@Test
	void aRoleWithoutAnyRightIsRefused() {
		TestDatabase.asSuperuser("create role start_stranger login password 'test'");
		refused("start_stranger", "读不到表");
	}

	@Test
	void aWrongPasswordOrNoServerIsOneLine() {
		for (var state : new String[] { "28P01", "08001" }) {
			var failure = new IllegalStateException("bean", new SQLException("no\nway", state));
			var analysis = Objects.requireNonNull(new StartupRefusedAnalyzer().analyze(failure));
			assertThat(analysis.getDescription()).startsWith("连不上数据库").endsWith("(no)");
		}
		assertThat(new StartupRefusedAnalyzer().analyze(new SQLException("syntax", "42601"))).isNull();
	}

	@Test
	void aPortInUseIsToldInBothLanguages() {
		var failure = new IllegalStateException("bean", new PortInUseException(8105));
		assertThat(Objects.requireNonNull(new StartupRefusedAnalyzer().analyze(failure)).getDescription())
			.startsWith("端口 8105 已被别的程序占用")
			.contains("Port 8105 is in use");
	}

	@Test
	void anAddressThatIsNoneIsRefusedBeforeAnythingElse() {
		for (var setting : new String[] { "spring.datasource.url", "spring.flyway.url" }) {
			for (var address : new String[] { "localhost:5432/nuanyang", "jdbc:mysql://localhost/x",
					"jdbc:postgresql://localhost:port/x" }) {
				assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> read(setting, address))
					.withMessageStartingWith(setting);
			}
			assertThatCode(() -> read(setting, "jdbc:postgresql://localhost:5432/nuanyang")).doesNotThrowAnyException();
		}
	}

	private static void read(String setting, String address) {
		new DatabaseAddress().postProcessEnvironment(new MockEnvironment().withProperty(setting, address),
				new SpringApplication());
	}

	private static void refused(String role, String because) {
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> check(role)).withMessageContaining(because);
	}

	private static void check(String role) {
		var url = TestDatabase.properties().get("spring.datasource.url");
		new RoleCheck(JdbcClient.create(new DriverManagerDataSource(Objects.requireNonNull(url), role, "test")))
			.afterPropertiesSet();
	}

}
