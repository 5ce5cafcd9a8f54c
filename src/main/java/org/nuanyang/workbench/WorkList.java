package org.nuanyang.workbench;

import java.time.LocalDate;
import java.util.List;

import org.nuanyang.web.WorkItem;

/** What waits, by whose move it is. */
record WorkList(List<WorkItem> mine, List<WorkItem> others, List<WorkItem> attention) {

	/** How many of the reader's own lines are due on or before a day. */
	public long dueBy(LocalDate day) {
		return this.mine.stream().filter((item) -> item.due() != null && !item.due().isAfter(day)).count();
	}

}
