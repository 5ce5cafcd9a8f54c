package org.nuanyang.kernel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** An amount of money in yuan, exact to the cent (分). */
public record Yuan(BigDecimal amount) implements Comparable<Yuan>, Serializable {

	public static final Yuan ZERO = new Yuan(BigDecimal.ZERO);

	/** What nobody means who types more: no school gets so much at once. */
	private static final BigDecimal LARGEST = new BigDecimal("99999999.99");

	private static final String[] DIGITS = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

	private static final String[] UNITS = { "", "拾", "佰", "仟" };

	private static final String[] GROUPS = { "", "万", "亿", "万亿" };

	/** Refuses fractions of a cent instead of rounding them away. */
	public Yuan {
		if (amount.stripTrailingZeros().scale() > 2) {
			throw new RuleViolation("kernel.yuan.fraction", amount.toPlainString());
		}
		amount = amount.setScale(2, RoundingMode.UNNECESSARY);
	}

	public static Yuan of(BigDecimal amount) {
		return new Yuan(amount);
	}

	public static Yuan of(long amount) {
		return new Yuan(BigDecimal.valueOf(amount));
	}

	/**
	 * Reads what people write: "312.5", "1,500.00", full-width digits, "¥", "元".
	 * @throws RuleViolation if it is not an amount
	 */
	public static Yuan of(String text) {
		var plain = Plain.text(text).replaceAll("[,，¥￥元\\s]", "");
		if (!plain.matches("[+-]?\\d+(\\.\\d*)?")) {
			throw new RuleViolation("kernel.yuan.invalid", text);
		}
		var amount = new BigDecimal(plain);
		if (amount.abs().compareTo(LARGEST) > 0) {
			throw new RuleViolation("kernel.yuan.large", new Yuan(LARGEST).toString());
		}
		return new Yuan(amount);
	}

	public static Yuan ofCents(long cents) {
		return new Yuan(BigDecimal.valueOf(cents, 2));
	}

	public Yuan plus(Yuan other) {
		return new Yuan(this.amount.add(other.amount));
	}

	public Yuan minus(Yuan other) {
		return new Yuan(this.amount.subtract(other.amount));
	}

	public Yuan times(long count) {
		return new Yuan(this.amount.multiply(BigDecimal.valueOf(count)));
	}

	public Yuan negate() {
		return new Yuan(this.amount.negate());
	}

	/** Exactly half; an odd number of cents has none and is refused. */
	public Yuan half() {
		if (cents() % 2 != 0) {
			throw new RuleViolation("kernel.yuan.half", toString());
		}
		return ofCents(cents() / 2);
	}

	public long cents() {
		return this.amount.movePointRight(2).longValueExact();
	}

	public boolean isZero() {
		return this.amount.signum() == 0;
	}

	public boolean isNegative() {
		return this.amount.signum() < 0;
	}

	public boolean isPositive() {
		return this.amount.signum() > 0;
	}

	public boolean isMoreThan(Yuan other) {
		return compareTo(other) > 0;
	}

	/** 大写 as vouchers carry it: 壹仟伍佰元整. */
	public String inWords() {
		var cents = Math.abs(cents());
		var yuan = cents / 100;
		var jiao = (int) (cents / 10 % 10);
		var fen = (int) (cents % 10);
		var words = new StringBuilder((isNegative()) ? "负" : "");
		if (yuan > 0 || cents == 0) {
			words.append((yuan == 0) ? "零" : integer(yuan)).append("元");
		}
		if (jiao == 0 && fen == 0) {
			return words.append("整").toString();
		}
		if (jiao > 0) {
			words.append(DIGITS[jiao]).append("角");
		}
		else if (yuan > 0) {
			words.append("零");
		}
		return words.append((fen > 0) ? DIGITS[fen] + "分" : "整").toString();
	}

	private static String integer(long number) {
		var words = new StringBuilder();
		var gap = false;
		for (var group = 3; group >= 0; group--) {
			var part = (int) (number / (long) Math.pow(10_000, group) % 10_000);
			if (part == 0) {
				gap = !words.isEmpty();
				continue;
			}
			if (!words.isEmpty() && (gap || part < 1000)) {
				words.append("零");
			}
			gap = false;
			words.append(fourDigits(part)).append(GROUPS[group]);
		}
		return words.toString();
	}

	private static String fourDigits(int part) {
		var words = new StringBuilder();
		var gap = false;
		for (var place = 3; place >= 0; place--) {
			var digit = part / (int) Math.pow(10, place) % 10;
			if (digit == 0) {
				gap = !words.isEmpty();
				continue;
			}
			if (gap) {
				words.append("零");
			}
			gap = false;
			words.append(DIGITS[digit]).append(UNITS[place]);
		}
		return words.toString();
	}

	@Override
	public int compareTo(Yuan other) {
		return this.amount.compareTo(other.amount);
	}

	/** With grouping, as pages show it: 1,500.00. */
	@Override
	public String toString() {
		return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(this.amount);
	}

}
