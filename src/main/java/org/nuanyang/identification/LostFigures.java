package org.nuanyang.identification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * Figures typed for a draft that is no more, to be copied: its words went with it, so
 * they are told by where they stood.
 */
record LostFigures(MessageSourceResolvable place, List<String> figures) {

	private static final Pattern PLACE = Pattern
		.compile("(?:thresholds|groups\\.(\\d{1,3})(?:\\.indicators\\.(\\d{1,3}))?)\\..*");

	static List<LostFigures> of(Map<String, String> typed) {
		var lost = new LinkedHashMap<String, LostFigures>();
		typed.forEach((place, figure) -> {
			var found = PLACE.matcher(place);
			if (found.matches()) {
				lost.computeIfAbsent(found.group(1) + "." + found.group(2),
						(key) -> new LostFigures(words(found.group(1), found.group(2)), new ArrayList<>()))
					.figures()
					.add(figure.strip());
			}
		});
		return List.copyOf(lost.values());
	}

	private static MessageSourceResolvable words(@Nullable String group, @Nullable String indicator) {
		if (group == null) {
			return Words.of("identification.edit.thresholds");
		}
		return (indicator != null) ? Words.of("identification.gone.indicator", nth(group), nth(indicator))
				: Words.of("identification.gone.group", nth(group));
	}

	private static int nth(String index) {
		return Integer.parseInt(index) + 1;
	}

}
