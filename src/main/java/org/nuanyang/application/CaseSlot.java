package org.nuanyang.application;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.MemberHealth;

/**
 * The papers that a case may rest on (forms.md 4.1). Some belong to every case, the
 * others follow from what the family declares.
 */
enum CaseSlot {

	/** 签字的认定申请表 */
	FORM(4),
	/** 户口簿 */
	REGISTER(9),
	/** 学生和监护人身份证 */
	IDENTITY(4),
	/** 特殊群体证明 */
	CATEGORY(9),
	/** 病历、诊断书、残疾证 */
	ILLNESS(9),
	/** 受灾证明 */
	DISASTER(6),
	/** 意外事件证明 */
	ACCIDENT(6),
	/** 失业证明 */
	UNEMPLOYMENT(6),
	/** 欠债凭证 */
	DEBT(6),
	/** 其他 */
	OTHER(9);

	/** Ways of writing that there is nothing. */
	private static final Set<String> NOTHING = Set.of("", "无", "没有", "否", "无。");

	private final int max;

	CaseSlot(int max) {
		this.max = max;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether every case shows it, asked for or not. */
	boolean isGeneral() {
		return this == FORM || this == REGISTER || this == IDENTITY || this == OTHER;
	}

	/**
	 * Whether the case is incomplete without it.
	 * @param entitled the pupil is in a category that an authority certifies
	 */
	boolean isNeeded(ApplicationRoute route, @Nullable DeclaredHousehold declared, boolean entitled) {
		return switch (this) {
			case FORM -> route == ApplicationRoute.GUARDIAN;
			case REGISTER -> true;
			// A case opened from a list has its proof in the list.
			case CATEGORY -> entitled && route != ApplicationRoute.LISTED;
			case IDENTITY, OTHER -> false;
			case ILLNESS -> declared != null && isIll(declared);
			case DISASTER -> declared != null && says(declared.circumstances().disaster());
			case ACCIDENT -> declared != null && says(declared.circumstances().accident());
			case UNEMPLOYMENT -> declared != null && says(declared.circumstances().unemployment());
			case DEBT -> declared != null && says(declared.circumstances().debt());
		};
	}

	private static boolean isIll(DeclaredHousehold declared) {
		return declared.members()
			.stream()
			.anyMatch((member) -> member.health() == MemberHealth.MINOR || member.health() == MemberHealth.SEVERE)
				|| declared.fact(FactCode.SUDDEN_EVENTS).filter((events) -> events.contains("ILLNESS")).isPresent();
	}

	private static boolean says(String words) {
		return !NOTHING.contains(words.strip());
	}

	AttachmentSlot slot(boolean needed) {
		return new AttachmentSlot(code(), "application.slot." + name(), this.max, needed);
	}

}
