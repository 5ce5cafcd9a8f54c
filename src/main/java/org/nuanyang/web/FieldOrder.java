package org.nuanyang.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * Puts the errors of a form in its order: validation finds them in none. A form is a
 * record, its components stand as its fields do. Templates call it as
 * {@code @fieldOrder}.
 */
@Component("fieldOrder")
public class FieldOrder {

	private static final Pattern ROW = Pattern.compile("\\[(\\d{1,6})]");

	/**
	 * Those about the whole form first, those about a whole list before those of its
	 * rows; what was found in order stays so.
	 */
	public List<DetailedError> of(@Nullable Object form, List<DetailedError> errors) {
		if (form == null || !form.getClass().isRecord()) {
			return errors;
		}
		var fields = Arrays.stream(form.getClass().getRecordComponents()).map(RecordComponent::getName).toList();
		return errors.stream()
			.sorted(Comparator.comparing((DetailedError error) -> error.isGlobal() ? -1 : field(fields, error))
				.thenComparing((error) -> error.isGlobal() ? 0 : row(error)))
			.toList();
	}

	private static int field(List<String> fields, DetailedError error) {
		var index = fields.indexOf(error.getFieldName().split("[.\\[]", 2)[0]);
		return (index < 0) ? fields.size() : index;
	}

	private static int row(DetailedError error) {
		var row = ROW.matcher(error.getFieldName());
		return row.find() ? Integer.parseInt(row.group(1)) : -1;
	}

}
