package org.nuanyang.importing;

import java.util.List;

/**
 * What is noticed in one row.
 *
 * @param field the key of the field, empty for the row as a whole
 * @param column counted from 0, -1 where the file has no such column
 * @param content what the cell holds, masked where it is sensitive
 * @param key a message of two sentences: what is wrong, then what to do
 */
record Finding(Severity severity, String field, int column, String content, String key, List<String> arguments) {

	Finding {
		arguments = List.copyOf(arguments);
	}

}
