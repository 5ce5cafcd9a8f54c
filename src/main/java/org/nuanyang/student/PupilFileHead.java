package org.nuanyang.student;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of a pupil's file: who it is, chips, tabs and buttons.
 * Pages of upper features about one pupil show it with the fragment
 * {@code student/_file :: head(file, path)}.
 *
 * @param statusKind the kind of chip for the status at the school
 */
public record PupilFileHead(PupilView pupil, int age, String maskedRegistry, @Nullable GuardianView guardian,
		String statusKind, List<PupilChip> chips, List<PupilFilePart.Tab> tabs, List<PupilFilePart.Button> buttons,
		boolean idRevealable) {

}
