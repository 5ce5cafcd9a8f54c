package org.nuanyang.attachment;

/**
 * A named place for files.
 *
 * @param code lower case letters, figures and hyphens
 * @param labelKey message key of its name; a message {@code labelKey + ".hint"} says what
 * belongs there
 * @param max how many files it takes; where it is one, a second file replaces the first
 * @param needed whether the thing is incomplete without it
 * @param pictures takes pictures only, which no second person holds against an original
 */
public record AttachmentSlot(String code, String labelKey, int max, boolean needed, boolean pictures) {

	public AttachmentSlot(String code, String labelKey, int max, boolean needed) {
		this(code, labelKey, max, needed, false);
	}

}
