package org.nuanyang.notice;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What the officer fills in for a notice.
 *
 * @param mobileConfirmed the mobile number is the school's public one, nobody's own
 */
record NoticeForm(@NotNull(message = "{notice.form.opensOn.missing}") @Nullable LocalDate opensOn,
		@NotNull(message = "{notice.form.workingDays.missing}") @Nullable Integer workingDays,
		@NotBlank(message = "{notice.form.office.missing}") @Size(max = 60) @Nullable String office,
		@NotBlank(message = "{notice.form.contactName.missing}") @Size(max = 30) @Nullable String contactName,
		@NotBlank(message = "{notice.form.contactPhone.missing}") @Pattern(regexp = "|" + NoticeContact.PHONE,
				message = "{notice.form.contactPhone.pattern}") @Nullable String contactPhone,
		@Nullable Boolean mobileConfirmed,
		@Email(message = "{notice.form.contactMail.pattern}") @Size(max = 80) @Nullable String contactMail,
		@Size(max = 60) @Nullable String letterBox) {

	static NoticeForm of(NoticePlan plan) {
		var contact = plan.contact();
		return new NoticeForm(plan.opensOn(), plan.workingDays(), contact.office(), contact.name(), contact.phone(),
				null, contact.mail(), contact.letterBox());
	}

	public boolean isMobile() {
		return NoticeContact.isMobile(this.contactPhone);
	}

	/** Asked anew for every notice: whoever publishes the number answers for it. */
	@AssertTrue(message = "{notice.form.mobileConfirmed.missing}")
	public boolean isPhoneMeant() {
		return !isMobile() || Boolean.TRUE.equals(this.mobileConfirmed);
	}

	/** Told with everything else that is wrong. */
	void check(LocalDate today, BindingResult errors) {
		if (this.opensOn != null && this.opensOn.isBefore(today)) {
			errors.rejectValue("opensOn", "notice.opens.past");
		}
	}

	/** Of a form without errors. */
	NoticePlan plan() {
		return new NoticePlan(Objects.requireNonNull(this.opensOn), Objects.requireNonNull(this.workingDays),
				new NoticeContact(stripped(this.office), stripped(this.contactName), stripped(this.contactPhone),
						orNull(this.contactMail), orNull(this.letterBox)));
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
