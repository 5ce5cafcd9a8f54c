package org.nuanyang.application;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/**
 * One section of the application form and what is still missing in it.
 *
 * @param name as in {@code application.section.PUPIL}; the number is that of the paper
 * @param path where it is filled in
 */
record CaseSection(String name, String path, List<Gap> gaps) {

	public boolean isComplete() {
		return this.gaps.isEmpty();
	}

	/** Something that is missing: a message with at most one name in it. */
	record Gap(String key, Object... arguments) implements MessageSourceResolvable {

		@Override
		public String[] getCodes() {
			return new String[] { this.key };
		}

		@Override
		public Object[] getArguments() {
			return this.arguments;
		}

	}

}
