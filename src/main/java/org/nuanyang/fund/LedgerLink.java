package org.nuanyang.fund;

/** Leads from a ledger line to what it was booked for; upper features bring their own. */
public interface LedgerLink {

	/** The source type that this link knows. */
	String sourceType();

	/** The page of the source. */
	String path(long sourceId);

	/** The page of a part of the source, such as one payment. */
	String path(long sourceId, long partId);

}
