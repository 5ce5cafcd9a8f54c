package org.nuanyang.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the auditor looks for.
 *
 * @param subject type of the thing, or type and number as in “application 1024”
 * @param security only entries about accounts, reveals, exports and the trail itself
 */
record AuditFilter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String who, @Nullable String action,
		@Nullable String subject, @Nullable Boolean security) {

	public boolean isSecurityOnly() {
		return Boolean.TRUE.equals(this.security);
	}

	/** Without a beginning the last thirty days are meant: the trail grows for years. */
	AuditFilter orLately(LocalDate today) {
		return (this.from != null) ? this : new AuditFilter(((this.to != null) ? this.to : today).minusDays(30),
				this.to, this.who, this.action, this.subject, this.security);
	}

	@Nullable String subjectType() {
		return (this.subject == null || this.subject.isBlank()) ? null : this.subject.strip().split("\\s+")[0];
	}

	@Nullable Long subjectId() {
		var parts = (this.subject == null) ? new String[0] : this.subject.strip().split("\\s+");
		return (parts.length > 1 && parts[1].matches("\\d{1,18}")) ? Long.valueOf(parts[1]) : null;
	}

}
