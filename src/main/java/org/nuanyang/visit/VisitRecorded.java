package org.nuanyang.visit;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;

/** A home visit was recorded and its verified facts are stored. */
public record VisitRecorded(Actor visitor, long visitId, long schoolId, long enrolmentId, SchoolYear year) {

}
