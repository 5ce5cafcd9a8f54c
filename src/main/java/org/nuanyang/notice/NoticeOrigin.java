package org.nuanyang.notice;

import org.nuanyang.kernel.SchoolYear;

/** The school and round that a notice speaks for. */
record NoticeOrigin(long schoolId, String schoolName, long roundId, SchoolYear year, boolean supplementary) {

}
