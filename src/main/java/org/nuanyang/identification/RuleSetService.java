package org.nuanyang.identification;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.audit.Audit;
import org.nuanyang.household.CategoryService;
import org.nuanyang.household.HardshipCategory;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule sets of the county: written by one person, brought into force by another,
 * never changed from then on.
 */
@Service
@Transactional(readOnly = true)
class RuleSetService {

	private static final int LONGEST_REASON = 300;

	private final RuleSetRepository ruleSets;

	private final CategoryService categories;

	private final Audit audit;

	private final Clock clock;

	RuleSetService(RuleSetRepository ruleSets, CategoryService categories, Audit audit, Clock clock) {
		this.ruleSets = ruleSets;
		this.categories = categories;
		this.audit = audit;
		this.clock = clock;
	}

	/** All of them, the latest year and version first. */
	List<RuleSetHead> all() {
		return this.ruleSets.all();
	}

	RuleSetHead one(long id) {
		return this.ruleSets.find(id).orElseThrow(() -> new NotFound("rule set " + id));
	}

	RuleSet rules(long id) {
		one(id);
		return this.ruleSets.rules(id);
	}

	/** The rules in force in a year. */
	Optional<RuleSet> active(SchoolYear year) {
		return this.ruleSets.active(year).map(ActiveRuleSet::rules);
	}

	/** The categories of the dictionary that may lead to aid, by code. */
	Map<String, Label> entitling() {
		return this.categories.dictionary()
			.stream()
			.filter((category) -> category.code().startsWith("P"))
			.collect(Collectors.toMap(HardshipCategory::code,
					(category) -> new Label(category.name(), category.nameEn())));
	}

	@Transactional
	long copy(Actor actor, long from, SchoolYear year, Label name) {
		onlyCounty(actor);
		return draft(actor, year, name, rules(from), Map.of("from", from));
	}

	/** Stores nothing while anything in the file is wrong. */
	@Transactional
	long upload(Actor actor, byte[] file, SchoolYear year, Label name) {
		onlyCounty(actor);
		return draft(actor, year, name, RuleSetCheck.read(file, Set.copyOf(entitling().keySet())), Map.of());
	}

	private long draft(Actor actor, SchoolYear year, Label name, RuleSet rules, Map<String, ?> origin) {
		this.ruleSets.takeTurns();
		var id = this.ruleSets.addDraft(year, name, RuleSetReader.write(rules), actor.userId(), this.clock.instant());
		record(actor, "identification.rules.drafted", one(id), origin);
		return id;
	}

	/**
	 * Other figures in a draft, by the person who wrote it: whoever brings it into force
	 * has written none of it.
	 * @param seen what the draft said when its figures were shown
	 */
	@Transactional
	void change(Actor actor, long id, Map<String, String> figures, String seen) {
		onlyCounty(actor);
		this.ruleSets.takeTurns();
		var draft = one(id);
		if (!draft.isDraft()) {
			throw new RuleViolation("identification.edit.not-draft");
		}
		if (!Objects.equals(draft.author(), actor.userId())) {
			throw new RuleViolation("identification.edit.other");
		}
		var rules = rules(id);
		if (!RuleSetSheet.fingerprint(rules).equals(seen)) {
			throw new RuleViolation("identification.edit.meanwhile");
		}
		var changed = RuleSetCheck.read(RuleSetSheet.with(rules, figures), Set.copyOf(entitling().keySet()));
		this.ruleSets.change(id, RuleSetReader.write(changed));
		record(actor, "identification.rules.edited", draft, Map.of());
	}

	@Transactional
	void discard(Actor actor, long id) {
		onlyCounty(actor);
		var draft = one(id);
		if (!draft.isDraft()) {
			throw new RuleViolation("identification.rules.not-draft");
		}
		this.ruleSets.removeDraft(id);
		record(actor, "identification.rules.discarded", draft, Map.of());
	}

	/**
	 * Brings a draft into force in its year; the one in force until then is retired in
	 * the same moment. Assessments made by it stay as they are.
	 */
	@Transactional
	void activate(Actor actor, long id) {
		onlyCounty(actor);
		this.ruleSets.takeTurns();
		var draft = one(id);
		if (!draft.isDraft()) {
			throw new RuleViolation("identification.rules.not-draft");
		}
		if (Objects.equals(draft.author(), actor.userId())) {
			throw new RuleViolation("identification.rules.same-person");
		}
		this.ruleSets.active(draft.year()).ifPresent((former) -> retire(actor, one(former.id()), ""));
		this.ruleSets.activate(id, actor.userId(), this.clock.instant());
		record(actor, "identification.rules.activated", draft, Map.of());
	}

	@Transactional
	void retire(Actor actor, long id, String reason) {
		onlyCounty(actor);
		this.ruleSets.takeTurns();
		var active = one(id);
		if (!active.isActive()) {
			throw new RuleViolation("identification.rules.not-active");
		}
		if (reason.isBlank()) {
			throw RuleViolation.on("reason", "identification.rules.reason");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "identification.rules.reason.long", LONGEST_REASON);
		}
		retire(actor, active, reason.strip());
	}

	private void retire(Actor actor, RuleSetHead active, String reason) {
		this.ruleSets.retire(active.id(), reason, actor.userId(), this.clock.instant());
		record(actor, "identification.rules.retired", active, Map.of());
	}

	private void record(Actor actor, String action, RuleSetHead head, Map<String, ?> more) {
		var details = new HashMap<String, Object>(more);
		details.put("year", head.year().firstYear());
		details.put("version", head.version());
		this.audit.record(actor, null, action, "rule_set", head.id(), details);
	}

	private static void onlyCounty(Actor actor) {
		if (!actor.is(Role.COUNTY)) {
			throw new NotFound("policy for " + actor.userId());
		}
	}

}
