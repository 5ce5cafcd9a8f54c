package org.nuanyang.org;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where an account belongs, and the schools beneath: one school, those of a district, or
 * those of a county.
 */
public record Place(@Nullable Long countyId, @Nullable Long districtId, @Nullable Long schoolId, String name,
		Set<Long> schools) {

}
