package org.nuanyang.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * What may be done with a notice, by whom and from where; buttons, service and tests read
 * this table.
 */
public enum NoticeAction {

	/** 修改公示 */
	EDIT("drafted", NoticeStatus.DRAFT, Set.of(Role.OFFICER), NoticeStatus.DRAFT, NoticeStatus.CHECKED),
	/** 隐私检查 */
	CHECK("checked", NoticeStatus.CHECKED, Set.of(Role.OFFICER), NoticeStatus.DRAFT),
	/** 提交校长审批 */
	SUBMIT("submitted", NoticeStatus.AWAITING_APPROVAL, Set.of(Role.OFFICER), NoticeStatus.CHECKED),
	/** 退回修改 */
	SEND_BACK("returned", NoticeStatus.DRAFT, Set.of(Role.PRINCIPAL), NoticeStatus.AWAITING_APPROVAL),
	/** 批准公示 */
	APPROVE("published", NoticeStatus.PUBLISHED, Set.of(Role.PRINCIPAL), NoticeStatus.AWAITING_APPROVAL),
	/** 提前撤下: whoever sees something that must not stand there takes it down */
	WITHDRAW("withdrawn", NoticeStatus.WITHDRAWN, Set.of(Role.OFFICER, Role.PRINCIPAL), NoticeStatus.PUBLISHED);

	private final String recorded;

	private final NoticeStatus to;

	private final Set<Role> roles;

	private final Set<NoticeStatus> from;

	NoticeAction(String recorded, NoticeStatus to, Set<Role> roles, NoticeStatus... from) {
		this.recorded = recorded;
		this.to = to;
		this.roles = roles;
		this.from = EnumSet.copyOf(Arrays.asList(from));
	}

	/** Its name in the audit trail. */
	String recorded() {
		return this.recorded;
	}

	public NoticeStatus to() {
		return this.to;
	}

	public Set<Role> roles() {
		return this.roles;
	}

	/** The state is right for it, whoever asks. */
	public boolean from(NoticeStatus status) {
		return this.from.contains(status);
	}

	public boolean openTo(Actor actor, NoticeStatus status) {
		return from(status) && this.roles.stream().anyMatch(actor::is);
	}

}
