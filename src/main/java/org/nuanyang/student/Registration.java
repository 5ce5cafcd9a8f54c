package org.nuanyang.student;

import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Who enters a pupil into the register.
 *
 * @param by name of the person
 * @param importId null if by hand
 * @param classes the name of a class, as it is today, by its id
 */
record Registration(String by, @Nullable Long importId, LongFunction<String> classes) {

}
