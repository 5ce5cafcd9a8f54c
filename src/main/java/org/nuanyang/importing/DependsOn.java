package org.nuanyang.importing;

import java.util.Collection;

/**
 * A feature that builds on things which an import may have brought. While it does, the
 * import cannot be undone.
 */
public interface DependsOn {

	/** The type of thing, as {@link Importer#subject()} names it. */
	String subject();

	/** How many of them the feature has built on. */
	long count(Collection<Long> ids);

	/** What it has built, for the reason shown to the user: a message like “{0} 份申请”. */
	String reasonKey();

}
