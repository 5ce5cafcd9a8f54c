package org.nuanyang.audit;

import java.util.Set;

import org.nuanyang.kernel.Actor;

/**
 * Knows the schools whose accounts an administrator answers for, though they see no pupil
 * there: implemented by the accounts' feature, which stands above this one.
 */
public interface AdministeredSchools {

	Set<Long> schools(Actor administrator);

}
