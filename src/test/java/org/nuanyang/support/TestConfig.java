package org.nuanyang.support;

import org.nuanyang.org.OrgService;
import org.nuanyang.student.Pupils;
import org.nuanyang.student.StudentService;
import org.nuanyang.user.UserService;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.UserDetailsService;

@TestConfiguration(proxyBeanMethods = false)
public class TestConfig {

	@Bean
	MutableClock clock() {
		return new MutableClock();
	}

	@Bean
	Cast cast(OrgService orgs, UserService users, UserDetailsService details) {
		return new Cast(orgs, users, details);
	}

	@Bean
	Pupils pupils(StudentService students, OrgService orgs, JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new Pupils(students, orgs, jdbc, new TransactionTemplate(transactions));
	}

	@Bean
	static Statements statements() {
		return new Statements();
	}

}
