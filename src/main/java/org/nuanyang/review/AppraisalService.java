package org.nuanyang.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the class says of its pupils' cases; the head teacher of the class records it. */
@Service
@Transactional
public class AppraisalService {

	private static final Set<ApplicationStatus> BEFORE = Set.of(ApplicationStatus.SUBMITTED,
			ApplicationStatus.SENT_BACK, ApplicationStatus.DRAFT, ApplicationStatus.ACCEPTED,
			ApplicationStatus.VISITED);

	private final AppraisalRepository appraisals;

	private final ApplicationService applications;

	private final OrgService org;

	private final HeldDays heldDays;

	private final ColleagueRepository colleagues;

	private final Audit audit;

	private final Clock clock;

	AppraisalService(AppraisalRepository appraisals, ApplicationService applications, OrgService org, HeldDays heldDays,
			ColleagueRepository colleagues, Audit audit, Clock clock) {
		this.appraisals = appraisals;
		this.applications = applications;
		this.org = org;
		this.heldDays = heldDays;
		this.colleagues = colleagues;
		this.audit = audit;
		this.clock = clock;
	}

	/** Records one appraisal and moves its cases on, all or none. */
	public long record(Actor actor, ClassAppraisal appraisal) {
		var schoolClass = ownClass(actor, appraisal.classId());
		RuleViolation.refuse(against(actor, AppraisalClaim.of(appraisal)));
		var kin = kin(actor, appraisal.roundId(), appraisal.classId(), AppraisalClaim.of(appraisal).members());
		var id = this.appraisals.add(actor, appraisal, schoolClass.fullName(), kin, this.clock.instant());
		appraisal.opinions()
			.forEach((opinion) -> this.applications.appraise(actor, opinion.applicationId(), opinion.tier(),
					opinion.reason()));
		this.audit.record(actor, schoolClass.schoolId(), "review.appraised", "class_appraisal", id, Map.of("round",
				appraisal.roundId(), "class", appraisal.classId(), "cases", appraisal.opinions().size()));
		return id;
	}

	/** Everything that speaks against the opinions and the day of an appraisal. */
	@Transactional(readOnly = true)
	List<RuleViolation> against(Actor actor, AppraisalClaim claim) {
		ownClass(actor, claim.classId());
		var ready = ready(actor, claim.roundId(), claim.classId()).stream()
			.collect(Collectors.toMap(CaseView::id, Function.identity()));
		var kin = this.colleagues.namesakes(ready.values(), claim.members());
		var appraised = new ArrayList<CaseView>();
		var against = new ArrayList<RuleViolation>();
		for (var opinion : claim.opinions()) {
			var application = ready.get(opinion.applicationId());
			if (application == null) {
				against.add(new RuleViolation("review.appraisal.not-ready",
						this.applications.one(actor, opinion.applicationId()).name()));
			}
			else {
				against.addAll(against(claim, opinion, application, kin.getOrDefault(application.id(), Set.of())));
				appraised.add(application);
			}
		}
		if (claim.heldOn() != null) {
			this.heldDays.against(claim.heldOn(), this.applications.round(actor, claim.roundId()), appraised)
				.ifPresent(against::add);
		}
		return against;
	}

	private static List<RuleViolation> against(AppraisalClaim claim, ClassAppraisal.Opinion opinion,
			CaseView application, Set<String> kin) {
		var against = new ArrayList<RuleViolation>();
		var strangers = new TreeSet<>(opinion.recused());
		strangers.removeAll(claim.members());
		if (!strangers.isEmpty()) {
			against.add(new RuleViolation("review.appraisal.recused-unknown", application.name(),
					String.join("、", strangers)));
		}
		var voters = claim.voters(opinion.recused());
		var needed = ClassAppraisal.quorum(claim.expected());
		if (!opinion.recused().isEmpty() && voters < needed) {
			against.add(new RuleViolation("review.appraisal.voters", application.name(), voters, needed));
		}
		opinion.votes().minority(voters, application.name()).ifPresent(against::add);
		var namesakes = new TreeSet<>(kin);
		namesakes.removeAll(opinion.recused());
		if (!namesakes.isEmpty() && opinion.namesakeReason().isEmpty()) {
			against
				.add(new RuleViolation("review.appraisal.namesake", application.name(), String.join("、", namesakes)));
		}
		if (opinion.tier() != application.suggestedTier() && opinion.reason().isBlank()) {
			against.add(new RuleViolation("review.appraisal.reason", application.name()));
		}
		return against;
	}

	/** Which of these people bear the name of a guardian, by case that is ready. */
	@Transactional(readOnly = true)
	Map<Long, Set<String>> kin(Actor actor, long roundId, long classId, List<String> members) {
		return this.colleagues.namesakes(ready(actor, roundId, classId), members);
	}

	/** The class, if it is entrusted to this head teacher. */
	@Transactional(readOnly = true)
	public ClassView ownClass(Actor actor, long classId) {
		return ownClasses(actor).stream()
			.filter((schoolClass) -> schoolClass.id() == classId)
			.findFirst()
			.orElseThrow(() -> new NotFound("class " + classId));
	}

	@Transactional(readOnly = true)
	public List<ClassView> ownClasses(Actor actor) {
		return this.org.classes(actor.ownSchool())
			.stream()
			.filter((schoolClass) -> Objects.equals(schoolClass.headTeacherId(), actor.userId()))
			.toList();
	}

	/** Cases of the class that were visited and assessed. */
	@Transactional(readOnly = true)
	public List<CaseView> ready(Actor actor, long roundId, long classId) {
		return ofClass(actor, roundId, classId).stream().filter(AppraisalService::isReady).toList();
	}

	/** Cases of the class that are not so far yet. */
	@Transactional(readOnly = true)
	public List<CaseView> notReady(Actor actor, long roundId, long classId) {
		return ofClass(actor, roundId, classId).stream().filter((application) -> !isReady(application)).toList();
	}

	private List<CaseView> ofClass(Actor actor, long roundId, long classId) {
		return this.applications.cases(actor, roundId, BEFORE)
			.stream()
			.filter((application) -> application.classId() == classId)
			.toList();
	}

	private static boolean isReady(CaseView application) {
		return application.status() == ApplicationStatus.VISITED && application.assessmentId() != null;
	}

	/** What the class said last of a case. */
	@Transactional(readOnly = true)
	Optional<RecordedOpinion> lastOf(long applicationId) {
		return this.appraisals.lastOf(applicationId);
	}

	@Transactional(readOnly = true)
	List<AppraisalRow> ofRound(Actor actor, long roundId) {
		return this.appraisals.ofRound(actor, roundId);
	}

	@Transactional(readOnly = true)
	AppraisalRecord one(Actor actor, long id) {
		return this.appraisals.one(actor, id).orElseThrow(() -> new NotFound("appraisal " + id));
	}

}
