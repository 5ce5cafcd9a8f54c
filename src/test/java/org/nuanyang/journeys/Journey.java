package org.nuanyang.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;
import org.nuanyang.support.TestConfig;
import org.nuanyang.support.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A walk through the real app in a real browser, on a database of its own. Skipped,
 * visibly, where there is no Chromium.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "nuanyang.demo=false", "nuanyang.first-administrator=false", "management.server.port=-1",
				"logging.file.name=", "test.database=journeys" })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ TestConfig.class, Walker.class })
@EnabledIf(value = "org.nuanyang.journeys.Walker#hasChromium", disabledReason = "no Chromium on this machine")
public @interface Journey {

}
