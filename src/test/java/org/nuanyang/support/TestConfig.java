package org.nuanyang.support;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.CaseChain;
import org.nuanyang.application.IntakeService;
import org.nuanyang.application.RoundService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.notice.Published;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.Pupils;
import org.nuanyang.student.StudentService;
import org.nuanyang.user.UserService;
import org.nuanyang.visit.VisitService;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestConfiguration(proxyBeanMethods = false)
public class TestConfig {

	@Bean
	MutableClock clock() {
		return new MutableClock();
	}

	@Bean
	Cast cast(OrgService orgs, UserService users) {
		return new Cast(orgs, users);
	}

	@Bean
	Pupils pupils(StudentService students, OrgService orgs, JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new Pupils(students, orgs, jdbc, new TransactionTemplate(transactions));
	}

	@Bean
	CaseChain caseChain(RoundService rounds, IntakeService intake, ApplicationService applications,
			HouseholdService households, VisitService visits, Pupils pupils, MutableClock clock) {
		return new CaseChain(rounds, intake, applications, households, visits, pupils, clock);
	}

	@Bean
	static Statements statements() {
		return new Statements();
	}

	@Bean
	Cases cases(RoundService rounds, Pupils pupils, JdbcClient jdbc, TransactionTemplate transaction) {
		return new Cases(rounds, pupils, jdbc, transaction);
	}

	@Bean
	Published published(NoticeService notices) {
		return new Published(notices);
	}

	@Bean
	Trail trail(JdbcClient jdbc, TransactionTemplate transactions) {
		return new Trail(jdbc, transactions);
	}

	/** Lazy: where a real server is asked there is no mock one. */
	@Bean
	@Lazy
	Pages pageReader(MockMvcTester mvc) {
		return new Pages(mvc);
	}

}
