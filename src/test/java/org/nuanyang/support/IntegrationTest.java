package org.nuanyang.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole app on a real database with real templates. What it does is
 * committed, so each test works in a school of its own ({@link Cast}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "nuanyang.demo=false", "nuanyang.first-administrator=false",
		"nuanyang.jobs.enabled=false", "management.server.port=-1", "logging.file.name=",
		"spring.test.print-condition-evaluation-report=false" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestConfig.class)
@ExtendWith(ClockReset.class)
public @interface IntegrationTest {

}
