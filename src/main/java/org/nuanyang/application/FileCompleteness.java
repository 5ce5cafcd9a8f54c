package org.nuanyang.application;

import java.util.List;

import org.nuanyang.application.CaseSection.Gap;

/**
 * How complete form and papers of a pupil's case are (申请材料完整度), on the pupil's file; the
 * report's 认定手续齐全 counts another thing, the steps of the procedure.
 *
 * @param items the sections of the form, then the papers that this case needs
 * @param mayPrepare the person may fill in what is missing
 */
record FileCompleteness(CaseView application, List<Item> items, boolean mayPrepare) {

	public long done() {
		return this.items.stream().filter((item) -> !item.isMissing()).count();
	}

	public long missing() {
		return this.items.size() - done();
	}

	/** What somebody still has to do something about. */
	public List<Item> open() {
		return this.items.stream().filter((item) -> item.isMissing() || item.unchecked()).toList();
	}

	/**
	 * One section or paper.
	 *
	 * @param unchecked handed in, and not yet held against the original
	 * @param path where it is filled in or handed in
	 */
	record Item(String labelKey, List<Gap> gaps, boolean unchecked, boolean paper, String path) {

		public boolean isMissing() {
			return !this.gaps.isEmpty();
		}

	}

}
