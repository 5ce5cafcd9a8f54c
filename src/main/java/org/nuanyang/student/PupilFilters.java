package org.nuanyang.student;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one place that says by which filters of upper features a person may narrow the
 * pupil list: by those values that the filter offers this person. Any other value narrows
 * nothing, wherever it comes from: who is kept would tell as much as the value.
 */
@Component
class PupilFilters {

	private final ObjectProvider<PupilFilter> filters;

	PupilFilters(ObjectProvider<PupilFilter> filters) {
		this.filters = filters;
	}

	/** The filters that offer this actor a choice. */
	List<Choice> choices(Actor actor) {
		return this.filters.stream()
			.sorted(Comparator.comparingInt(PupilFilter::order))
			.map((filter) -> new Choice(filter.parameter(), filter.labelKey(), filter.isOffered(),
					filter.options(actor)))
			.filter((choice) -> !choice.options().isEmpty())
			.toList();
	}

	/** What an address asks for by the filters that are there, permitted or not. */
	Map<String, String> asked(Map<String, String> params) {
		var asked = new LinkedHashMap<String, String>();
		this.filters.forEach((filter) -> {
			var value = params.getOrDefault(filter.parameter(), "");
			if (!value.isBlank()) {
				asked.put(filter.parameter(), value);
			}
		});
		return asked;
	}

	/** The label of a filter, whoever may use it. */
	String labelKey(String parameter) {
		return this.filters.stream()
			.filter((filter) -> filter.parameter().equals(parameter))
			.map(PupilFilter::labelKey)
			.findFirst()
			.orElse(parameter);
	}

	/** Whom the permitted values of an address keep. */
	List<PupilFilter.Condition> keeping(Actor actor, Map<String, String> params) {
		return this.filters.stream()
			.filter((filter) -> filter.options(actor)
				.stream()
				.anyMatch((option) -> option.value().equals(params.get(filter.parameter()))))
			.map((filter) -> filter.keeps(actor, params.getOrDefault(filter.parameter(), "")))
			.toList();
	}

	/** A select of the filter bar. */
	record Choice(String parameter, String labelKey, boolean offered, List<PupilFilter.Option> options) {

		boolean offers(String value) {
			return this.options.stream().anyMatch((option) -> option.value().equals(value));
		}

	}

}
