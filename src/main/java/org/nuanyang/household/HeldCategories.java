package org.nuanyang.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The categories of a pupil as a reader may see and change them.
 *
 * @param categories ended ones too, the latest first
 * @param recordable codes of those that the reader may record and end
 */
record HeldCategories(long enrolmentId, List<CategoryView> categories, Set<String> recordable, LocalDate today) {

}
