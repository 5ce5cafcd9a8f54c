package org.nuanyang.filing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filing: the officer sends the list of those whose notice ended without an open
 * objection; the county aid centre accepts or returns it.
 */
@Service
@Transactional(readOnly = true)
public class FilingService {

	private final FilingRepository filings;

	private final FilingRowRepository rows;

	private final ApplicationService applications;

	private final NoticeService notices;

	private final StudentService students;

	private final Audit audit;

	FilingService(FilingRepository filings, FilingRowRepository rows, ApplicationService applications,
			NoticeService notices, StudentService students, Audit audit) {
		this.filings = filings;
		this.rows = rows;
		this.applications = applications;
		this.notices = notices;
		this.students = students;
		this.audit = audit;
	}

	/**
	 * The cases that may be sent now: off notice without objection, and those recognised
	 * before whose filing was returned.
	 */
	public List<CaseView> ready(Actor officer, long roundId) {
		var round = this.applications.round(officer, roundId);
		var cases = new ArrayList<>(this.notices.concluded(officer, roundId));
		var standing = new HashSet<>(this.rows.standing(round.schoolId(), roundId));
		this.applications.cases(officer, roundId, ApplicationStatus.STANDING)
			.stream()
			.filter((aCase) -> !standing.contains(aCase.id()))
			.forEach(cases::add);
		cases.sort(CaseView.byClassAndName());
		return cases;
	}

	/** How many of those who are ready came back from the centre. */
	int cameBack(Actor officer, long roundId) {
		var returned = reasons(officer, roundId).keySet();
		return (int) ready(officer, roundId).stream().filter((aCase) -> returned.contains(aCase.id())).count();
	}

	@Transactional
	public long send(Actor officer, long roundId, int people) {
		return send(officer, roundId, people, null);
	}

	/**
	 * Sends the list: recognises its cases and freezes what is sent.
	 * @param people how many the officer has checked and means to send; with another list
	 * by now nothing is sent
	 * @param corrected what was put right; asked where somebody on it came back
	 */
	@Transactional
	public long send(Actor officer, long roundId, int people, @Nullable String corrected) {
		if (!FilingAction.SEND.isOpen(officer, officer.ownSchool(), null)) {
			throw new RuleViolation("filing.send.forbidden");
		}
		var cases = ready(officer, roundId);
		if (cases.isEmpty()) {
			throw new RuleViolation("filing.send.nobody");
		}
		if (cases.size() != people) {
			throw RuleViolation.on("people", "filing.send.count", String.valueOf(cases.size()));
		}
		var returned = reasons(officer, roundId).keySet();
		var kept = cases.stream().anyMatch((aCase) -> returned.contains(aCase.id())) ? corrected(corrected) : null;
		this.applications.recognise(officer, onNotice(cases));
		var list = new FiledList(rows(officer, cases));
		var id = this.filings.save(officer, roundId, cases.getFirst().year(), list, kept);
		this.rows.save(id, officer.ownSchool(), list);
		this.audit.record(officer, officer.ownSchool(), "filing.sent", "filing", id,
				Map.of("round", roundId, "people", list.people(), "sha256", list.sha256()));
		return id;
	}

	private static String corrected(@Nullable String corrected) {
		if (corrected == null || corrected.isBlank()) {
			throw RuleViolation.on("corrected", "filing.corrected.missing");
		}
		if (corrected.strip().length() > FilingAnswers.LONGEST) {
			throw RuleViolation.on("corrected", "filing.corrected.long", String.valueOf(FilingAnswers.LONGEST));
		}
		return corrected.strip();
	}

	private static List<Long> onNotice(List<CaseView> cases) {
		return cases.stream()
			.filter((aCase) -> aCase.status() == ApplicationStatus.ON_NOTICE)
			.map(CaseView::id)
			.toList();
	}

	private List<FilingRow> rows(Actor officer, List<CaseView> cases) {
		var pupils = this.students.pupils(officer, cases.stream().map(CaseView::enrolmentId).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		var rows = new ArrayList<FilingRow>();
		for (var aCase : cases) {
			var pupil = Objects.requireNonNull(pupils.get(aCase.enrolmentId()));
			var document = this.students.document(officer, pupil.id(), "filing");
			rows.add(new FilingRow(rows.size() + 1, aCase.id(), pupil.id(), pupil.personId(), pupil.name(), pupil.sex(),
					document, pupil.gradeName(), pupil.className(), pupil.boarding(),
					Objects.requireNonNull(aCase.decidedTier(), "a recognised case has a tier"), null));
		}
		return rows;
	}

	/** The filings of the schools that the actor sees, the latest first. */
	public List<FilingHead> list(Actor actor) {
		return this.filings.ofSchools(actor.scope().read());
	}

	/** A round's filings, the latest first. */
	public List<FilingHead> ofRound(Actor actor, long roundId) {
		return this.filings.ofRound(this.applications.round(actor, roundId).schoolId(), roundId);
	}

	/** What of the same round was sent before it and came back, the latest first. */
	List<FilingHead> before(FilingHead filing) {
		return this.filings.ofRound(filing.schoolId(), filing.roundId())
			.stream()
			.filter((one) -> one.id() < filing.id() && one.cameBack())
			.toList();
	}

	public FilingHead head(Actor actor, long id) {
		return this.filings.find(id)
			.filter((filing) -> actor.scope().read().contains(filing.schoolId()))
			.orElseThrow(() -> new NotFound("filing " + id));
	}

	/** Why the centre gave back cases of a round that are to be sent again. */
	public Map<Long, String> reasons(Actor actor, long roundId) {
		return this.rows.reasons(this.applications.round(actor, roundId).schoolId(), roundId);
	}

	/** The rows as sent; the reading is recorded. */
	@Transactional
	public FiledList open(Actor actor, long id) {
		var filing = head(actor, id);
		this.audit.record(actor, filing.schoolId(), "filing.opened", "filing", id, Map.of("people", filing.people()));
		return this.rows.of(id);
	}

	/** The rows for a workbook; recorded as leaving the system. */
	@Transactional
	public FiledList export(Actor actor, long id, PurposeForm why) {
		var filing = head(actor, id);
		this.audit.record(actor, filing.schoolId(), "filing.exported", "filing", id,
				Map.of("people", filing.people(), "purpose", String.valueOf(why.purpose()), "note", why.words()));
		return this.rows.of(id);
	}

	/**
	 * The rows that were accepted, for what follows from them.
	 * @throws RuleViolation if the centre has not accepted it
	 */
	public FiledList accepted(Actor actor, long id) {
		var filing = head(actor, id);
		if (!filing.isAccepted()) {
			throw new RuleViolation("filing.not-accepted", filing.number());
		}
		return this.rows.of(id).standing();
	}

}
