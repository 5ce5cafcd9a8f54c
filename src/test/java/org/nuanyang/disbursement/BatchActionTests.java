package org.nuanyang.disbursement;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of steps, read as a person reads it. */
class BatchActionTests {

	@Test
	void eachStepIsOpenToItsRoleFromItsStatus() {
		assertThat(open(Role.OFFICER, BatchStatus.PREPARED)).isEqualTo("RENEW VOID");
		assertThat(open(Role.FINANCE, BatchStatus.PREPARED)).isEqualTo("CHECK SEND_BACK");
		assertThat(open(Role.PRINCIPAL, BatchStatus.CHECKED)).isEqualTo("APPROVE SEND_BACK VOID");
		assertThat(open(Role.FINANCE, BatchStatus.APPROVED)).isEqualTo("SEND_BACK LOCK");
		assertThat(open(Role.FINANCE, BatchStatus.LOCKED)).isEqualTo("ISSUE_FILE TAKE_SIGNATURES");
		assertThat(open(Role.FINANCE, BatchStatus.FILE_ISSUED)).isEqualTo("TAKE_RETURN");
		assertThat(open(Role.OFFICER, BatchStatus.FILE_ISSUED)).isEmpty();
		assertThat(open(Role.OFFICER, BatchStatus.PARTLY_PAID)).isEqualTo("REISSUE");
		assertThat(open(Role.FINANCE, BatchStatus.PAID)).isEqualTo("TAKE_RETURN CLOSE");
	}

	@Test
	void nothingIsOpenAtTheEndNorToWhoOnlyLooks() {
		for (var role : Role.values()) {
			assertThat(open(role, BatchStatus.CLOSED) + open(role, BatchStatus.VOID)).isEmpty();
		}
		for (var status : BatchStatus.values()) {
			assertThat(open(Role.AUDITOR, status) + open(Role.COUNTY, status)).isEmpty();
		}
	}

	@Test
	void oncePastTheFileNothingVoids() {
		assertThat(BatchStatus.values()).filteredOn(BatchStatus::isSent).noneMatch(BatchAction.VOID::isFrom);
	}

	private static String open(Role role, BatchStatus status) {
		var actor = new Actor(1, "x", "x", Set.of(role), 1L, "x", Scope.NONE);
		return Arrays.stream(BatchAction.values())
			.filter((action) -> action.isOpen(actor, status))
			.map(Enum::name)
			.collect(Collectors.joining(" "));
	}

}
