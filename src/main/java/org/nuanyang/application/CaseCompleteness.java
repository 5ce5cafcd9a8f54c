package org.nuanyang.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseSection.Gap;
import org.nuanyang.attachment.AttachmentBoard;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.attachment.SlotView;
import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Recall;
import org.nuanyang.student.StudentService;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * What is missing in an application, section by section. It hinders nobody: a child is
 * not to lose aid over a paper; but whoever sends the form back says everything at once.
 */
@Component
class CaseCompleteness {

	/** What the form asks of every family; the rest only concerns some. */
	private static final List<FactCode> ASKED = List.of(FactCode.INCOME_SOURCES, FactCode.WORKERS, FactCode.EMPLOYMENT,
			FactCode.IN_COMPULSORY, FactCode.FAMILY_STRUCTURE, FactCode.HOUSING);

	private static final int LONGEST = 500;

	private final StudentService students;

	private final CaseDeclaration declarations;

	private final AttachmentService attachments;

	private final MessageSource messages;

	CaseCompleteness(StudentService students, CaseDeclaration declarations, AttachmentService attachments,
			MessageSource messages) {
		this.students = students;
		this.declarations = declarations;
		this.attachments = attachments;
		this.messages = messages;
	}

	List<CaseSection> sections(Actor actor, CaseView application) {
		var declared = this.declarations.of(actor, application).orElse(null);
		var papers = board(actor, application);
		var pupil = "/students/" + application.enrolmentId();
		return List.of(
				new CaseSection("PUPIL", pupil, pupil(actor, application.enrolmentId())), new CaseSection("FAMILY",
						pupil + "/household/edit?year=" + application.year().firstYear(), family(declared)),
				new CaseSection("PAPERS", "#attachments", papers(papers)));
	}

	/** The same paper by paper, and what nobody has yet held against the original. */
	FileCompleteness papers(Actor actor, CaseView application) {
		var sections = sections(actor, application).stream()
			.filter((section) -> !section.path().startsWith("#"))
			.map((section) -> new FileCompleteness.Item("application.papers." + section.name(), section.gaps(), false,
					false, section.path()));
		var papers = board(actor, application).slots()
			.stream()
			.filter((slot) -> slot.slot().needed())
			.map((slot) -> new FileCompleteness.Item(slot.slot().labelKey(), gap(slot), !slot.isChecked(), true,
					"/applications/" + application.id() + "#attachments"));
		return new FileCompleteness(application, Stream.concat(sections, papers).toList(),
				ApplicationAction.SUBMIT.isOpenTo(actor));
	}

	private static List<Gap> gap(SlotView slot) {
		return slot.isMissing() ? List.of(new Gap("application.gap.paper", name(slot.slot().labelKey()))) : List.of();
	}

	private AttachmentBoard board(Actor actor, CaseView application) {
		return Recall.once("papers", List.of(actor, application.id()),
				() -> this.attachments.board(actor, new AttachmentOwner(CaseAttachments.OWNER, application.id())));
	}

	/**
	 * What somebody writes when sending the form back, with everything that is missing
	 * after it. In Chinese, as the record is, whatever the reader's language.
	 */
	@Nullable String withGaps(Actor actor, CaseView application, @Nullable String reason) {
		var gaps = sections(actor, application).stream().flatMap((section) -> section.gaps().stream()).toList();
		if (reason == null || reason.isBlank() || gaps.isEmpty()) {
			return reason;
		}
		var list = gaps.stream()
			.map((gap) -> this.messages.getMessage(gap, Locale.SIMPLIFIED_CHINESE))
			.collect(Collectors.joining("；"));
		var all = this.messages.getMessage("application.gap.list", new Object[] { reason.strip(), list },
				Locale.SIMPLIFIED_CHINESE);
		return (reason.length() > LONGEST) ? reason : all.substring(0, Math.min(all.length(), LONGEST));
	}

	private List<Gap> pupil(Actor actor, long enrolmentId) {
		var particulars = this.students.particulars(actor, enrolmentId);
		var gaps = new ArrayList<Gap>();
		if (this.students.pupil(actor, enrolmentId).maskedId().isEmpty()) {
			gaps.add(new Gap("application.gap.document"));
		}
		if (particulars.phone().isEmpty()) {
			gaps.add(new Gap("application.gap.phone"));
		}
		if (!particulars.hasAddress()) {
			gaps.add(new Gap("application.gap.address"));
		}
		return gaps;
	}

	private static List<Gap> family(@Nullable DeclaredHousehold declared) {
		if (declared == null) {
			return List.of(new Gap("application.gap.declaration"));
		}
		return ASKED.stream()
			.filter((code) -> declared.fact(code).isEmpty())
			.map((code) -> new Gap("application.gap.fact", name(code.labelKey())))
			.toList();
	}

	private static List<Gap> papers(AttachmentBoard papers) {
		return papers.slots().stream().flatMap((slot) -> gap(slot).stream()).toList();
	}

	private static DefaultMessageSourceResolvable name(String key) {
		return new DefaultMessageSourceResolvable(key);
	}

}
