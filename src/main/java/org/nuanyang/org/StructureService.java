package org.nuanyang.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.StructurePage.CountyView;

/**
 * Districts and schools on pages: an administrator of a county or district adds to it, a
 * school's own administrator and the authorities read.
 */
@Service
@Transactional(readOnly = true)
class StructureService {

	private final OrgService orgs;

	private final SchoolRepository schools;

	/** Asked late: the accounts' feature stands above and uses this one. */
	private final ObjectProvider<AdministeredPlace> places;

	private final JdbcClient jdbc;

	private final Audit audit;

	StructureService(OrgService orgs, SchoolRepository schools, ObjectProvider<AdministeredPlace> places,
			JdbcClient jdbc, Audit audit) {
		this.orgs = orgs;
		this.schools = schools;
		this.places = places;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	StructurePage page(Actor actor) {
		var own = this.places.getObject().of(actor);
		var districts = this.jdbc.sql("""
				select d.id, d.name, c.id as county_id, c.name as county_name
				from school_district d join county c on c.id = d.county_id
				where (:county::bigint is null or c.id = :county) and (:district::bigint is null or d.id = :district)
					and (:school::bigint is null or d.id = (select district_id from school where id = :school))
				order by c.name collate "zh-x-icu", d.name collate "zh-x-icu\"""")
			.param("county", own.countyId())
			.param("district", own.districtId())
			.param("school", own.schoolId())
			.query((row, i) -> new DistrictView(row.getLong("id"), row.getString("name"), row.getLong("county_id"),
					row.getString("county_name")))
			.list();
		var within = districts.stream().map(DistrictView::id).toList();
		var shown = this.orgs.schools()
			.stream()
			.filter((school) -> (own.schoolId() != null) ? own.schoolId() == school.id()
					: within.contains(school.districtId()))
			.toList();
		var nowhere = own.countyId() == null && own.districtId() == null && own.schoolId() == null;
		return new StructurePage(districts, shown, counties(own), actor.is(Role.ADMIN) && own.schoolId() == null,
				actor.is(Role.ADMIN) && nowhere);
	}

	/** The counties to which a district may be added from this place. */
	private List<CountyView> counties(Place own) {
		if (own.schoolId() != null || own.districtId() != null) {
			return List.of();
		}
		return this.jdbc.sql("select id, name from county where :county::bigint is null or id = :county order by name")
			.param("county", own.countyId())
			.query((row, i) -> new CountyView(row.getLong("id"), row.getString("name")))
			.list();
	}

	/** Only who administers the whole installation adds a county. */
	@Transactional
	void addCounty(Actor actor, String name) {
		if (!page(actor).mayAddCounties()) {
			throw new NotFound("counties");
		}
		this.orgs.requireFreeCounty(named(name), 0);
		var id = this.orgs.addCounty(named(name));
		this.audit.record(actor, null, "org.county-added", "county", id, Map.of("name", named(name)));
	}

	private static String named(String name) {
		if (name.isBlank() || name.length() > 60) {
			throw new RuleViolation("org.place.name.missing");
		}
		return name.strip();
	}

	@Transactional
	void addDistrict(Actor actor, long countyId, String name) {
		if (counties(this.places.getObject().of(actor)).stream().noneMatch((county) -> county.id() == countyId)) {
			throw new NotFound("county " + countyId);
		}
		var id = this.orgs.addDistrict(countyId, named(name));
		this.audit.record(actor, null, "org.district-added", "district", id, Map.of("name", named(name)));
	}

	String districtName(Actor actor, long id) {
		requireEditable(actor, id);
		return page(actor).districts()
			.stream()
			.filter((district) -> district.id() == id)
			.map(DistrictView::name)
			.findAny()
			.orElseThrow(() -> new NotFound("district " + id));
	}

	@Transactional
	void renameDistrict(Actor actor, long id, String name) {
		var before = districtName(actor, id);
		this.orgs.renameDistrict(id, named(name));
		this.audit.record(actor, null, "org.district-renamed", "district", id, renamed(before, named(name)));
	}

	/** A district's own administrator does not name the county above. */
	String countyName(Actor actor, long id) {
		return counties(this.places.getObject().of(actor)).stream()
			.filter((county) -> county.id() == id)
			.map(CountyView::name)
			.findAny()
			.orElseThrow(() -> new NotFound("county " + id));
	}

	@Transactional
	void renameCounty(Actor actor, long id, String name) {
		var before = countyName(actor, id);
		this.orgs.renameCounty(id, named(name));
		this.audit.record(actor, null, "org.county-renamed", "county", id, renamed(before, named(name)));
	}

	/** Places are no people: the trail says what they were called. */
	private static Map<String, Object> renamed(String before, String after) {
		var names = new LinkedHashMap<String, Object>();
		if (!before.equals(after)) {
			names.put("before", before);
			names.put("after", after);
		}
		return names;
	}

	@Transactional
	void addSchool(Actor actor, SchoolForm form) {
		var district = Objects.requireNonNull(form.districtId());
		requireEditable(actor, district);
		var id = this.orgs.addSchool(district, form.typedName(), Objects.requireNonNull(form.code()),
				Objects.requireNonNull(form.stage()), form.hasBoarders());
		this.audit.record(actor, id, "org.school-added", "school", id, Map.of("name", form.typedName(), "stage",
				Objects.requireNonNull(form.stage()), "boarding", form.hasBoarders()));
	}

	SchoolView school(Actor actor, long id) {
		var school = this.orgs.school(id);
		requireEditable(actor, school.districtId());
		return school;
	}

	/** Code and district stay: papers already sent carry them. */
	@Transactional
	void describe(Actor actor, long id, SchoolForm form) {
		var details = renamed(school(actor, id).name(), form.typedName());
		details.put("stage", Objects.requireNonNull(form.stage()));
		details.put("boarding", form.hasBoarders());
		var school = this.schools.findById(id).orElseThrow(() -> new NotFound("school " + id));
		school.describe(form.typedName(), Objects.requireNonNull(form.stage()), form.hasBoarders());
		this.schools.save(school);
		this.audit.record(actor, id, "org.school-changed", "school", id, details);
	}

	private void requireEditable(Actor actor, long districtId) {
		var page = page(actor);
		if (!page.mayEdit() || page.districts().stream().noneMatch((district) -> district.id() == districtId)) {
			throw new NotFound("district " + districtId);
		}
	}

}
