package org.nuanyang.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The form that opens a committee meeting; empty member rows are left out. */
record MeetingForm(long round, @NotNull LocalDate heldOn, @NotNull LocalTime startedAt,
		@NotBlank @Size(max = 60) String place, @NotBlank @Size(max = 40) String chair,
		List<@Valid MemberRow> members) {

	private static final int ROWS = 11;

	private static final int LEADERS = 3;

	private static final int TEACHERS = 8;

	MeetingForm {
		members = AppraisalForm.given(members);
	}

	static MeetingForm blank(long round, LocalDate today, LocalTime time) {
		var members = new ArrayList<MemberRow>();
		for (var row = 0; row < ROWS; row++) {
			var kind = (row < LEADERS) ? AttendeeKind.LEADER
					: (row < TEACHERS) ? AttendeeKind.TEACHER : AttendeeKind.PARENT;
			members.add(new MemberRow(kind, "", ""));
		}
		return new MeetingForm(round, today, time, "", "", members);
	}

	MeetingPlan plan() {
		var named = this.members.stream().filter(MemberRow::isFilled).map(MemberRow::member).toList();
		return new MeetingPlan(this.round, this.heldOn.atTime(this.startedAt), this.place.strip(), this.chair.strip(),
				named);
	}

	/** One member, and why the member is away if so. */
	record MemberRow(@NotNull AttendeeKind kind, @Nullable @Size(max = 40) String name,
			@Nullable @Size(max = 60) String absence) {

		public boolean isFilled() {
			return this.name != null && !this.name.isBlank();
		}

		MeetingPlan.Member member() {
			return new MeetingPlan.Member(this.kind, (this.name != null) ? this.name.strip() : "",
					(this.absence != null) ? this.absence.strip() : "");
		}

	}

}
