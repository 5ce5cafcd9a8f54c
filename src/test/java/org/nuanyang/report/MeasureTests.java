package org.nuanyang.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The words of the figures: their keys are put together, so that no compiler misses one.
 */
class MeasureTests {

	@ParameterizedTest
	@EnumSource
	void everySideSaysWhoStandsOnIt(Measure measure) throws IOException {
		for (var file : new String[] { "report.properties", "report_en.properties" }) {
			var words = PropertiesLoaderUtils
				.loadProperties(new EncodedResource(new ClassPathResource("messages/" + file), StandardCharsets.UTF_8));
			assertThat(words).as(file).containsKey(measure.labelKey());
			for (var side : Side.values()) {
				if (side == Side.ALL || !measure.isOneSided()) {
					assertThat(words).as(file)
						.containsKeys(measure.sideKey(side), measure.whatKey(side, true), measure.whatKey(side, false));
				}
			}
		}
	}

}
