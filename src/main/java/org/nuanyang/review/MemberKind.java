package org.nuanyang.review;

/**
 * Who sits in a class's appraisal group. Pupils do not: nobody tells of a classmate's
 * hardship.
 */
public enum MemberKind {

	HEAD_TEACHER, TEACHER, PARENT

}
