package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is done about an upheld objection that is about no line of the list.
 *
 * @param by who does it
 * @param due until when
 * @param pupil whom the list missed (应认未认), in the words of the form: name, and class
 * where there are namesakes
 * @param anew the whole notice is to be taken down and published anew
 */
public record Measure(String words, String by, LocalDate due, @Nullable String pupil, boolean anew) {

}
