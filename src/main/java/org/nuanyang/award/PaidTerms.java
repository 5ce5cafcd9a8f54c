package org.nuanyang.award;

import java.util.Collection;
import java.util.Map;

import org.nuanyang.kernel.Term;

/**
 * What payments know of the terms of awards; owned here and answered by the feature that
 * pays.
 */
public interface PaidTerms {

	/**
	 * Terms on a locked list, paid, or paid and back again, by award; what is missing is
	 * open.
	 */
	Map<Long, Map<Term, TermState>> of(Collection<Long> awardIds);

}
