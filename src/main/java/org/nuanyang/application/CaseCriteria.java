package org.nuanyang.application;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/** What the list of cases is narrowed to; it is the query string of the page. */
record CaseCriteria(@Nullable Integer grade, @Nullable ApplicationStatus status, @Nullable NextStep next,
		@Nullable CaseStage stage, @Nullable Tier tier, @Nullable String q, @Nullable String sort,
		@Nullable Integer page, @Nullable Boolean mine) {

	public int number() {
		return (this.page == null || this.page < 1) ? 1 : this.page;
	}

	public String search() {
		return (this.q != null) ? this.q.strip().toLowerCase(Locale.ROOT) : "";
	}

	/** Only cases whose next step the reader takes. */
	public boolean isMine() {
		return Boolean.TRUE.equals(this.mine);
	}

	public boolean isNarrowed() {
		return isMine() || this.grade != null || this.status != null || this.next != null || this.stage != null
				|| this.tier != null || !search().isEmpty();
	}

}
