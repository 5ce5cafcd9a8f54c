package org.nuanyang.student;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;

/**
 * A family member as typed or imported.
 *
 * @param guardian whether this person is a legal guardian (是否监护人)
 */
public record GuardianDraft(PersonName name, String relation, @Nullable Phone phone, IdDocument document,
		@Nullable String workplace, boolean guardian) {

}
