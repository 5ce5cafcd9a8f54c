package org.nuanyang.visit;

import org.nuanyang.kernel.SchoolYear;

/** A home visit was recorded and its verified facts are stored. */
public record VisitRecorded(long visitId, long schoolId, long enrolmentId, SchoolYear year) {

}
