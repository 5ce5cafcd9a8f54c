package org.nuanyang.household;

/** How the value of a fact is written down. */
public enum FactKind {

	/** Yuan, 12 digits at most, two decimals. */
	MONEY,
	/** A number of people, halves allowed where a person counts half. */
	COUNT,
	/** One of the options. */
	CHOICE,
	/** Any of the options, joined by commas in their own order; none is an empty text. */
	CHOICES,
	/** YES or NO. */
	YES_NO

}
