package org.nuanyang.disbursement;

import java.util.Set;

/**
 * How far the accounts of failed rows are mended.
 *
 * @param mended rows whose pupil has another account in force since
 * @param waiting rows whose pupil has a new account that waits for a second person
 */
public record Mending(Set<Long> mended, Set<Long> waiting) {

}
