package org.nuanyang.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.org.GradeNames;
import org.nuanyang.report.RollRepository.Found;
import org.nuanyang.student.PupilContact;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the words of the form what is known of a pupil. */
@Component
class RollWords {

	/** Out of poverty, and those watched: they may fall back. */
	private static final List<String> KINDS = List.of("P01", "P02", "P03", "P04", "P05", "P06");

	private static final List<String> WATCHED = List.of("P02", "P03", "P04");

	private final MessageSource messages;

	RollWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param sensitive whether the reader may know of protected categories by name
	 * @param causes whether the reader may know what the family declared
	 */
	RollRow row(Found found, boolean sensitive, boolean causes) {
		var cells = new EnumMap<RollColumn, Object>(RollColumn.class);
		cells.put(RollColumn.SEX, word("student.sex." + found.sex()));
		cells.put(RollColumn.ETHNICITY, found.ethnicity());
		cells.put(RollColumn.SCHOOL, found.school());
		schooling(found, cells);
		family(found, sensitive, causes, cells);
		var tier = found.tier();
		cells.put(RollColumn.TIER, (tier != null) ? word("web.tier." + tier) : "");
		cells.put(RollColumn.AID, found.aid());
		var paidOn = found.paidOn();
		cells.put(RollColumn.AIDED_ON, (paidOn != null) ? paidOn : "");
		cells.put(RollColumn.AWARDED, found.awarded());
		cells.put(RollColumn.PAID, found.paid());
		return new RollRow(found.enrolmentId(), found.name(), cells);
	}

	private void schooling(Found found, Map<RollColumn, Object> cells) {
		var grade = found.grade();
		if (grade != null) {
			SchoolStage.ofGrade(grade).ifPresent((stage) -> cells.put(RollColumn.STAGE, word("kernel.stage." + stage)));
		}
		cells.put(RollColumn.GRADE, (grade != null) ? GradeNames.grade(grade) : found.entryYear() + "级");
		cells.put(RollColumn.CLASS, GradeNames.ofClass(found.classNumber()));
		cells.put(RollColumn.BOARDING, word("student.boarding." + found.boarding()));
		cells.put(RollColumn.SINCE, word("report.roll.since.day", found.enteredOn().toString().substring(0, 7)));
		cells.put(RollColumn.STATUS, word("student.status." + found.status()));
	}

	private void family(Found found, boolean sensitive, boolean causes, Map<RollColumn, Object> cells) {
		cells.put(RollColumn.REGISTERED, yes(found.is("P01")));
		cells.put(RollColumn.DISABLED,
				sensitive ? yes(found.disabled() || found.is("P09") || found.is("P10")) : word("report.roll.withheld"));
		cells.put(RollColumn.RURAL, yes(found.is("P05") && !found.urban()));
		cells.put(RollColumn.URBAN, yes(found.is("P05") && found.urban()));
		cells.put(RollColumn.KIND, words("report.roll.kind.", KINDS.stream().filter(found::is)));
		cells.put(RollColumn.WATCHED, words("report.roll.kind.", WATCHED.stream().filter(found::is)));
		if (WATCHED.stream().anyMatch(found::is) || found.resolved()) {
			cells.put(RollColumn.RESOLVED, word("report.roll.resolved." + WATCHED.stream().noneMatch(found::is)));
		}
		if (causes && sensitive) {
			var disabled = found.disabled() ? Stream.of("DISABILITY") : Stream.<String>empty();
			cells.put(RollColumn.CAUSE, words("report.roll.cause.", Stream.concat(found.causes().stream(), disabled)));
		}
	}

	/** What stands sealed in the file, masked. */
	Map<RollColumn, Object> of(PupilContact contact, String maskedId) {
		return Map.of(RollColumn.REGISTRY, contact.maskedRegistry(), RollColumn.ID, maskedId, RollColumn.PHONE,
				contact.ownPhone(), RollColumn.ADDRESS, contact.town(), RollColumn.GUARDIAN, contact.guardian(),
				RollColumn.GUARDIAN_ID, contact.maskedGuardianId(), RollColumn.RELATION, contact.relation(),
				RollColumn.GUARDIAN_PHONE, contact.guardianPhone());
	}

	private String words(String prefix, Stream<String> keys) {
		return keys.map((key) -> word(prefix + key)).collect(Collectors.joining(word("report.comma")));
	}

	private String yes(boolean is) {
		return word("report.roll.yes." + is);
	}

	String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
