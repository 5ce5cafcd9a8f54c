package org.nuanyang.student;

import org.jspecify.annotations.Nullable;

/** A family member as shown: numbers masked, empty without one. */
public record GuardianView(int position, String name, String relation, String maskedPhone, String maskedId,
		@Nullable String workplace, boolean guardian) {

}
