package org.nuanyang.identification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.nuanyang.kernel.RuleViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rule sets as they lie in the database. Strict: a misspelt field would silently change
 * who gets aid.
 */
final class RuleSetReader {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.changeDefaultPropertyInclusion((usual) -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private RuleSetReader() {
	}

	/** As a file that can be edited and read again. */
	static String write(RuleSet rules) {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rules);
	}

	static RuleSet read(String body) {
		try {
			return JSON.readValue(body, RuleSet.class);
		}
		catch (JacksonException ex) {
			if (ex.getCause() instanceof RuleViolation violation) {
				throw violation;
			}
			throw new RuleViolation("identification.rules.invalid", ex.getOriginalMessage());
		}
	}

}
