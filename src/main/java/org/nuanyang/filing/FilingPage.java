package org.nuanyang.filing;

import java.util.List;

/**
 * A filing on its page.
 *
 * @param intact the rows read now give the hash taken when they were sent
 */
public record FilingPage(FilingHead head, List<FilingRow> rows, boolean intact, long one, long two, long three,
		boolean mayAnswer, boolean mayExport, List<FilingPart.Section> parts) {

}
