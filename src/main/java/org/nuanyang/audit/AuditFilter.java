package org.nuanyang.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the auditor looks for.
 *
 * @param type of the things that entries are about, as in {@code application}
 * @param number of one of them, as typed; what is no number is told by the page
 * @param security only entries about accounts, reveals, exports and the trail itself
 */
record AuditFilter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String who, @Nullable String action,
		@Nullable String type, @Nullable String number, @Nullable Boolean security) {

	public boolean isSecurityOnly() {
		return Boolean.TRUE.equals(this.security);
	}

	/** Without a beginning the last thirty days are meant: the trail grows for years. */
	AuditFilter orLately(LocalDate today) {
		return (this.from != null) ? this : new AuditFilter(((this.to != null) ? this.to : today).minusDays(30),
				this.to, this.who, this.action, this.type, this.number, this.security);
	}

	@Nullable Long subjectId() {
		return (this.number != null && this.number.strip().matches("\\d{1,18}")) ? Long.valueOf(this.number.strip())
				: null;
	}

	/** A number was typed that none can be: it finds nothing, rather than everything. */
	boolean isNonsense() {
		return this.number != null && !this.number.isBlank() && subjectId() == null;
	}

}
