package org.nuanyang.review;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/** The form that opens a committee meeting; empty member rows are left out. */
record MeetingForm(long round, @NotNull LocalDate heldOn, @NotNull LocalTime startedAt,
		@NotBlank @Size(max = 60) String place, @NotBlank @Size(max = 40) String chair,
		List<@Valid MemberRow> members) {

	private static final int ROWS = 11;

	private static final int LEADERS = 3;

	private static final int TEACHERS = 8;

	MeetingForm {
		place = Objects.requireNonNullElse(place, "");
		chair = Objects.requireNonNullElse(chair, "");
		members = AppraisalForm.given(members);
	}

	static MeetingForm blank(long round, LocalDate today, LocalTime time) {
		var members = new ArrayList<MemberRow>();
		for (var row = 0; row < ROWS; row++) {
			var kind = (row < LEADERS) ? AttendeeKind.LEADER
					: (row < TEACHERS) ? AttendeeKind.TEACHER : AttendeeKind.PARENT;
			members.add(new MemberRow(kind, null, "", ""));
		}
		return new MeetingForm(round, today, time, "", "", members);
	}

	/**
	 * The committee stays much the same: who sat in the last meeting is there already.
	 */
	static MeetingForm again(MeetingView last, LocalDate today, LocalTime time) {
		var members = new ArrayList<>(blank(last.roundId(), today, time).members());
		for (var n = 0; n < last.attendees().size(); n++) {
			var member = last.attendees().get(n);
			var account = member.accountId();
			var row = new MemberRow(member.kind(), account, (account != null) ? "" : member.name(), "");
			if (n < members.size()) {
				members.set(n, row);
			}
			else {
				members.add(row);
			}
		}
		return new MeetingForm(last.roundId(), today, time, last.place(), last.chair(), members);
	}

	/** Everything wrong with the people, whatever else is. */
	List<RuleViolation> wrong(Colleagues colleagues) {
		var wrong = new ArrayList<RuleViolation>();
		var named = new ArrayList<MeetingPlan.Member>();
		for (var n = 0; n < this.members.size(); n++) {
			if (this.members.get(n).isFilled()) {
				try {
					named.add(this.members.get(n).member(colleagues));
				}
				catch (RuleViolation violation) {
					wrong.add(violation);
					// Somebody sits there all the same.
					named.add(this.members.get(n).unknown(n));
				}
			}
		}
		var leaderless = wrong.isEmpty() && !this.chair.isBlank() ? MeetingPlan.leaderless(named, this.chair.strip())
				: Optional.<RuleViolation>empty();
		wrong.addAll(MeetingPlan.wrong(named));
		leaderless.ifPresent(wrong::add);
		return wrong;
	}

	/** When they met, as far as it is said. */
	@Nullable LocalDateTime heldAt() {
		if (this.heldOn == null) {
			return null;
		}
		return (this.startedAt != null) ? this.heldOn.atTime(this.startedAt) : this.heldOn.atStartOfDay();
	}

	MeetingPlan plan(Colleagues colleagues) {
		var named = this.members.stream().filter(MemberRow::isFilled).map((row) -> row.member(colleagues)).toList();
		return new MeetingPlan(this.round, this.heldOn.atTime(this.startedAt), this.place.strip(), this.chair.strip(),
				named);
	}

	/** One member, chosen or named, and why the member is away if so. */
	record MemberRow(@NotNull AttendeeKind kind, @Nullable Long account, @Nullable @Size(max = 40) String name,
			@Nullable @Size(max = 60) String absence) {

		public boolean isFilled() {
			return this.account != null || (this.name != null && !this.name.isBlank());
		}

		/** In a row that says nobody, or two. */
		MeetingPlan.Member unknown(int row) {
			return new MeetingPlan.Member(this.kind, "#" + row, (this.absence != null) ? this.absence.strip() : "");
		}

		MeetingPlan.Member member(Colleagues colleagues) {
			return colleagues.member(this.kind, this.account, (this.name != null) ? this.name.strip() : "",
					(this.absence != null) ? this.absence.strip() : "");
		}

	}

}
