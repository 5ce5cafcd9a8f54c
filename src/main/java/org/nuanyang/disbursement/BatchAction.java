package org.nuanyang.disbursement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * What may be done with a batch, by whom and from where: the one table that buttons,
 * services and tests read.
 */
public enum BatchAction {

	PREPARE(Role.OFFICER, BatchStatus.PREPARED),
	/** 重新生成名单 */
	RENEW(Role.OFFICER, BatchStatus.PREPARED, BatchStatus.PREPARED),
	/** 校内复核 */
	CHECK(Role.FINANCE, BatchStatus.CHECKED, BatchStatus.PREPARED),
	/** 校长审批 */
	APPROVE(Role.PRINCIPAL, BatchStatus.APPROVED, BatchStatus.CHECKED),
	/** 退回编制 */
	SEND_BACK(EnumSet.of(Role.FINANCE, Role.PRINCIPAL), BatchStatus.PREPARED, BatchStatus.PREPARED, BatchStatus.CHECKED,
			BatchStatus.APPROVED),
	LOCK(Role.FINANCE, BatchStatus.LOCKED, BatchStatus.APPROVED),
	/** 出银行文件 */
	ISSUE_FILE(Role.FINANCE, BatchStatus.FILE_ISSUED, BatchStatus.LOCKED),
	/** 导入银行回盘 */
	TAKE_RETURN(Role.FINANCE, BatchStatus.PAID, BatchStatus.FILE_ISSUED, BatchStatus.PARTLY_PAID, BatchStatus.PAID),
	/** 登记签收: what no bank pays */
	TAKE_SIGNATURES(Role.FINANCE, BatchStatus.PAID, BatchStatus.LOCKED),
	/** 生成补发批次 */
	REISSUE(Role.OFFICER, BatchStatus.PARTLY_PAID, BatchStatus.PARTLY_PAID),
	/** 对账完结 */
	CLOSE(Role.FINANCE, BatchStatus.CLOSED, BatchStatus.PARTLY_PAID, BatchStatus.PAID),
	VOID(EnumSet.of(Role.OFFICER, Role.PRINCIPAL), BatchStatus.VOID, BatchStatus.PREPARED, BatchStatus.CHECKED,
			BatchStatus.APPROVED, BatchStatus.LOCKED);

	private final Set<Role> roles;

	private final BatchStatus to;

	private final Set<BatchStatus> from;

	BatchAction(Role role, BatchStatus to, BatchStatus... from) {
		this(EnumSet.of(role), to, from);
	}

	BatchAction(Set<Role> roles, BatchStatus to, BatchStatus... from) {
		this.roles = roles;
		this.to = to;
		this.from = (from.length == 0) ? EnumSet.noneOf(BatchStatus.class) : EnumSet.copyOf(Arrays.asList(from));
	}

	public String labelKey() {
		return "disbursement.action." + name();
	}

	Set<Role> roles() {
		return this.roles;
	}

	/** How the timeline tells that it was done. */
	public String doneKey() {
		return "disbursement.done." + name();
	}

	/** The last part of its audit action. */
	String auditName() {
		return switch (this) {
			case PREPARE -> "prepared";
			case RENEW -> "renewed";
			case CHECK -> "checked";
			case APPROVE -> "approved";
			case SEND_BACK -> "sent-back";
			case LOCK -> "locked";
			case ISSUE_FILE -> "file-issued";
			case TAKE_RETURN -> "return-taken";
			case TAKE_SIGNATURES -> "signatures-taken";
			case REISSUE -> "reissued";
			case CLOSE -> "closed";
			case VOID -> "voided";
		};
	}

	/** Where it leads. */
	BatchStatus to() {
		return this.to;
	}

	public boolean isFor(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	public boolean isFrom(BatchStatus status) {
		return this.from.contains(status);
	}

	/** Whether a batch that is paid this way takes the step at all. */
	boolean fits(Payout payout) {
		return switch (this) {
			case ISSUE_FILE, TAKE_RETURN -> payout.isBank();
			case TAKE_SIGNATURES -> !payout.isBank();
			default -> true;
		};
	}

	/** Why somebody may not take the step after the own earlier one, or null. */
	@Nullable String ownRefusal(long user, long preparedBy, @Nullable Long checkedBy) {
		var prepared = user == preparedBy;
		return switch (this) {
			case CHECK -> prepared ? "disbursement.refused.own-check" : null;
			case APPROVE -> (prepared || Objects.equals(checkedBy, user)) ? "disbursement.refused.own-approval" : null;
			case TAKE_SIGNATURES -> prepared ? "disbursement.refused.own-signatures" : null;
			default -> null;
		};
	}

	public boolean isOpen(Actor actor, BatchStatus status) {
		return isFor(actor) && isFrom(status);
	}

}
