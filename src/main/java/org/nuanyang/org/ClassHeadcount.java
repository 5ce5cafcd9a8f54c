package org.nuanyang.org;

import java.util.Map;

/** How many pupils each class of a school has; known above, shown on the class pages. */
public interface ClassHeadcount {

	/** By class id; a class without pupils may be missing. */
	Map<Long, Integer> pupils(long schoolId);

}
