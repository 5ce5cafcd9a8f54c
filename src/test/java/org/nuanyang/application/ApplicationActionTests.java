package org.nuanyang.application;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** The table itself: a case can always go on, and nobody but the principal decides. */
class ApplicationActionTests {

	private static final Set<ApplicationStatus> RESTING = EnumSet.of(ApplicationStatus.RECOGNISED,
			ApplicationStatus.REFUSED, ApplicationStatus.WITHDRAWN, ApplicationStatus.ADJUSTED,
			ApplicationStatus.ENDED);

	/** Nothing waits, but the termly re-check may still change them. */
	private static final Set<ApplicationStatus> STANDING = ApplicationStatus.STANDING;

	@ParameterizedTest
	@EnumSource
	void aCaseThatIsNotAtRestHasAWayOn(ApplicationStatus status) {
		var ways = EnumSet.allOf(ApplicationAction.class).stream().filter((action) -> action.isOpen(status)).toList();
		assertThat(ways.isEmpty()).isEqualTo(RESTING.contains(status) && !STANDING.contains(status));
	}

	@ParameterizedTest
	@EnumSource
	void everyCaseThatIsNotAtRestWaitsForSomebody(ApplicationStatus status) {
		assertThat(NextStep.of(status, true, true).isPresent()).isEqualTo(!RESTING.contains(status));
		assertThat(NextStep.of(status, false, false).isPresent()).isEqualTo(!RESTING.contains(status));
	}

	@Test
	void onlyThePrincipalDecides() {
		assertThat(ApplicationAction.PASS.roles()).containsExactlyInAnyOrder(Role.PRINCIPAL, Role.REVIEWER);
		assertThat(ApplicationAction.NOT_PASS.roles()).containsExactlyInAnyOrder(Role.PRINCIPAL, Role.REVIEWER);
	}

	@Test
	void buttonsAreThoseOpenToThePersonInThatStatus() {
		assertThat(ApplicationAction.buttons(actor(Role.HEAD_TEACHER), ApplicationStatus.DRAFT))
			.containsExactly(ApplicationAction.SUBMIT, ApplicationAction.WITHDRAW);
		assertThat(ApplicationAction.buttons(actor(Role.OFFICER), ApplicationStatus.SUBMITTED))
			.containsExactly(ApplicationAction.SEND_BACK, ApplicationAction.ACCEPT, ApplicationAction.WITHDRAW);
		assertThat(ApplicationAction.buttons(actor(Role.REVIEWER), ApplicationStatus.SUBMITTED)).isEmpty();
		assertThat(ApplicationAction.buttons(actor(Role.OFFICER), ApplicationStatus.RECOGNISED)).isEmpty();
		assertThat(ApplicationAction.buttons(actor(Role.OFFICER), ApplicationStatus.CLASS_APPRAISED)).containsExactly(
				ApplicationAction.SEND_BACK, ApplicationAction.RETURN_TO_VISIT, ApplicationAction.RETURN_TO_CLASS,
				ApplicationAction.WITHDRAW);
	}

	@Test
	void aRoundTakesCasesUntilItIsArchived() {
		assertThat(RoundStatus.FILED.takesCases()).isTrue();
		assertThat(RoundStatus.ARCHIVED.takesCases()).isFalse();
		assertThat(RoundStatus.FILED.step()).isEqualTo(RoundStep.PAY);
	}

	private static Actor actor(Role role) {
		return new Actor(1, "someone", "测试员", Set.of(role), 1L, "测试学校", Scope.NONE);
	}

}
