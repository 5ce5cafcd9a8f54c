package org.nuanyang.payee;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/** An account as typed. */
record PayeeForm(@NotBlank(message = "{payee.holder.missing}") @Size(max = 100) @Nullable String holder,
		@NotNull(message = "{payee.relation.missing}") @Nullable PayeeRelation relation,
		@NotBlank(message = "{payee.bank.missing}") @Size(max = 100) @Nullable String bankName,
		@NotBlank(message = "{payee.account.missing}") @Size(max = 60) @Nullable String account,
		@NotBlank(message = "{payee.evidence.missing}") @Size(max = 200) @Nullable String evidence,
		@Size(max = 200) @Nullable String authorisation) {

	/** The entry, or nothing with what is wrong among the errors. */
	Optional<PayeeEntry> entry(BindingResult errors) {
		var name = checked(errors, "holder", () -> new PersonName(plain(this.holder)).value());
		if (PayeeEntry.isIdNumber(plain(this.account).toUpperCase(Locale.ROOT))) {
			// One that ends in X is no number at all, yet it is the same mistake.
			reject(errors, "account", "payee.account.id-number");
		}
		var number = checked(errors, "account", () -> new BankAccount(plain(this.account)));
		if (!plain(this.bankName).matches(".*(银行|信用社|联社|邮政|农商).*(行|社|部|处|所|点|柜|局)")) {
			reject(errors, "bankName", "payee.bank.branch");
		}
		if (errors.hasErrors() || name == null || number == null || this.relation == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new PayeeEntry(name, this.relation, plain(this.bankName), number, plain(this.evidence),
					plain(this.authorisation).isEmpty() ? null : plain(this.authorisation)));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	private static <T> @Nullable T checked(BindingResult errors, String field, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (RuleViolation violation) {
			if (!errors.hasFieldErrors(field)) {
				errors.rejectValue(field, violation.key(), violation.arguments(), violation.key());
			}
			return null;
		}
	}

	private static void reject(BindingResult errors, String field, String key) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, key);
		}
	}

	private static String plain(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

}
