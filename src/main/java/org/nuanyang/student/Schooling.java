package org.nuanyang.student;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;

/**
 * What one school knows of a pupil: class, registry number, boarding, where to reach the
 * family.
 */
public record Schooling(long classId, @Nullable RegistryNumber registry, @Nullable String schoolNumber,
		boolean boarding, LocalDate enteredOn, Entry entry, @Nullable String entryNote, @Nullable String address,
		@Nullable Phone phone, Circumstances circumstances) {

	/**
	 * Down to street office, township or town; a name may itself begin with one of the
	 * words.
	 */
	private static final Pattern TOWN = Pattern.compile("^.{2,}?(街道|乡|镇|苏木)");

	private static final Pattern COUNTY = Pattern.compile("^.{2,}(市|县|区|旗)");

	/**
	 * The address without village and house; empty without one, or where none is told
	 * apart.
	 */
	String town() {
		return (this.address == null) ? ""
				: Stream.of(TOWN, COUNTY)
					.map((part) -> part.matcher(this.address))
					.filter(Matcher::find)
					.map((found) -> found.group() + "…")
					.findFirst()
					.orElse("");
	}

}
