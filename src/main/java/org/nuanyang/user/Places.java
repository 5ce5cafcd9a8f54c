package org.nuanyang.user;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.nuanyang.audit.Administered;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.org.AdministeredPlace;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.Place;
import org.nuanyang.org.SchoolView;

/** The places an administrator answers for: the own one and those below it. */
@Component
class Places implements AdministeredPlace, Administered {

	private static final String BELOW = """
			with level as (
				select 0 as depth, 'county:' || c.id as value, c.name, c.id as county_id, null::bigint as district_id,
					null::bigint as school_id, array[c.name] as path
				from county c
				union all
				select 1, 'district:' || d.id, d.name, c.id, d.id, null, array[c.name, d.name]
				from school_district d join county c on c.id = d.county_id
				union all
				select 2, 'school:' || s.id, s.name, c.id, d.id, s.id, array[c.name, d.name, s.name]
				from school s join school_district d on d.id = s.district_id join county c on c.id = d.county_id)
			select depth, value, name from level
			where (:school::bigint is null or school_id = :school)
				and (:district::bigint is null or district_id = :district)
				and (:county::bigint is null or county_id = :county)
			order by path""";

	private static final String PEOPLE = """
			select u.id from app_user u
			left join school s on s.id = u.school_id
			left join school_district d on d.id = coalesce(u.district_id, s.district_id)
			where (:school::bigint is null or s.id = :school)
				and (:district::bigint is null or d.id = :district)
				and (:county::bigint is null or coalesce(u.county_id, d.county_id) = :county)""";

	private final JdbcClient jdbc;

	private final AccountRepository accounts;

	private final OrgService orgs;

	Places(JdbcClient jdbc, AccountRepository accounts, OrgService orgs) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.orgs = orgs;
	}

	/** Where the actor's own account belongs; nowhere means the whole installation. */
	@Override
	public Place of(Actor actor) {
		var account = this.accounts.findById(actor.userId())
			.orElseThrow(() -> new NotFound("account " + actor.userId()));
		return this.orgs.place(account.countyId(), account.districtId(), account.schoolId());
	}

	@Override
	public Set<Long> schools(Actor administrator) {
		var own = of(administrator);
		return isNowhere(own) ? this.orgs.schools().stream().map(SchoolView::id).collect(Collectors.toUnmodifiableSet())
				: own.schools();
	}

	@Override
	public @Nullable Set<Long> people(Actor reader) {
		var own = of(reader);
		return isNowhere(own) ? null
				: this.jdbc.sql(PEOPLE)
					.param("school", own.schoolId())
					.param("district", own.districtId())
					.param("county", own.countyId())
					.query((row, i) -> row.getLong("id"))
					.set();
	}

	private static boolean isNowhere(Place place) {
		return place.countyId() == null && place.districtId() == null && place.schoolId() == null;
	}

	/** From the county down to its schools, each under the one above it. */
	List<PlaceChoice> choices(Actor actor) {
		var own = of(actor);
		return this.jdbc.sql(BELOW)
			.param("school", own.schoolId())
			.param("district", own.districtId())
			.param("county", own.countyId())
			.query((row, i) -> new PlaceChoice(row.getString("value"), row.getString("name"), row.getInt("depth")))
			.list();
	}

	/** The place chosen on a form; one that was not offered does not exist. */
	Place chosen(Actor actor, String value) {
		if (choices(actor).stream().noneMatch((choice) -> Objects.equals(choice.value(), value))) {
			throw new NotFound("place " + value);
		}
		var id = Long.valueOf(value.substring(value.indexOf(':') + 1));
		return switch (value.charAt(0)) {
			case 'c' -> this.orgs.place(id, null, null);
			case 'd' -> this.orgs.place(null, id, null);
			default -> this.orgs.place(null, null, id);
		};
	}

}
