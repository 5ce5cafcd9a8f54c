package org.nuanyang.review;

/** Whom a committee member stands for: leaders, teachers and parents sit together. */
public enum AttendeeKind {

	LEADER, TEACHER, PARENT

}
