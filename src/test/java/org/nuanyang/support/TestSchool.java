package org.nuanyang.support;

import org.nuanyang.kernel.Actor;

/**
 * A school in a county of its own, with one person for every role, and a stranger from
 * another school.
 */
public record TestSchool(long schoolId, long districtId, long countyId, Actor officer, Actor headTeacher,
		Actor otherHeadTeacher, Actor principal, Actor reviewer, Actor finance, Actor counsellor, Actor district,
		Actor county, Actor auditor, Actor admin, long otherSchoolId, Actor otherOfficer) {

}
