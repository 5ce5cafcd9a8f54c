package org.nuanyang.notice;

import java.util.Set;

/**
 * Tells which cases cannot be filed yet, because somebody objected and nobody decided.
 */
public interface OpenObjections {

	/**
	 * The cases of a round with an objection that is not concluded or not carried out.
	 */
	Set<Long> cases(long roundId);

	/** A select of them, of every round. */
	String cases();

	/** An upheld objection asks for the whole notice to be published anew. */
	boolean demandAnew(long noticeId);

}
