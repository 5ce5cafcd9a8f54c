package org.nuanyang.student;

import org.jspecify.annotations.Nullable;

/**
 * A short statement about a pupil.
 *
 * @param kind a kind of chip (neutral info wait warn risk ok lock), {@code tier} with the
 * name of a tier as text, or null for plain text
 * @param text message key, or the words themselves where they are data
 */
public record PupilChip(@Nullable String kind, String text) {

	public static PupilChip plain(String text) {
		return new PupilChip(null, text);
	}

}
