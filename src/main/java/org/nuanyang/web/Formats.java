package org.nuanyang.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates, times and amounts as pages write them, in the reader's language. Templates call
 * it as {@code @formats}; nothing in gives nothing out.
 */
@Component("formats")
public class Formats {

	private static final String NUMERALS = "一二三四五六七八九";

	/** What the product itself writes: a grade, a class of it, or both. */
	private static final Pattern CLASS = Pattern.compile("(?:([" + NUMERALS + "])年级)?(?:\\((\\d+)\\)班)?");

	private final MessageSource messages;

	private final Clock clock;

	Formats(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** 2026年10月14日 星期三 */
	public String day(@Nullable TemporalAccessor date) {
		return format("web.date.day", date);
	}

	/** 2026年10月14日 */
	public String date(@Nullable TemporalAccessor date) {
		return format("web.date.date", date);
	}

	/** 10月14日, for tables within one school year. */
	public String brief(@Nullable TemporalAccessor date) {
		return format("web.date.brief", date);
	}

	/** 2026-10-14 */
	public String iso(@Nullable TemporalAccessor date) {
		return format("web.date.iso", date);
	}

	/** 2026-10-14 15:42 */
	public String moment(@Nullable TemporalAccessor time) {
		return format("web.date.moment", time);
	}

	/** The minute that the page is written in. */
	public String now() {
		return moment(this.clock.instant());
	}

	/** 15:42 */
	public String time(@Nullable TemporalAccessor time) {
		return format("web.date.time", time);
	}

	/** 9月7—18日, or 9月30日—10月9日 where the month changes. */
	public String range(@Nullable LocalDate first, @Nullable LocalDate last) {
		if (first == null || last == null) {
			return (last != null) ? by(last) : brief(first);
		}
		if (first.equals(last)) {
			return brief(first);
		}
		var sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
		return message(sameMonth ? "web.date.range.month" : "web.date.range", brief(first), brief(last),
				format("web.date.month", first), String.valueOf(first.getDayOfMonth()),
				String.valueOf(last.getDayOfMonth()));
	}

	/** 10月16日前 */
	public String by(@Nullable LocalDate date) {
		return (date != null) ? message("web.date.by", brief(date)) : "";
	}

	/** 今天到期, 还剩 2 天, 逾期 14 天 */
	public String left(@Nullable LocalDate due) {
		if (due == null) {
			return "";
		}
		var days = ChronoUnit.DAYS.between(LocalDate.now(this.clock), due);
		if (days == 0) {
			return message("web.date.today");
		}
		return message((days > 0) ? "web.date.left" : "web.date.late", Math.abs(days));
	}

	/** The kind of chip that belongs to a date something is due on. */
	public String urgency(@Nullable LocalDate due) {
		if (due == null) {
			return "neutral";
		}
		var days = ChronoUnit.DAYS.between(LocalDate.now(this.clock), due);
		return (days < 0) ? "risk" : (days <= 2) ? "warn" : "neutral";
	}

	/** 1,286 */
	public String count(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/** 1,500.00 元 */
	public String yuan(@Nullable Yuan amount) {
		return (amount != null) ? message("web.yuan", amount.toString()) : "";
	}

	/**
	 * 五年级(2)班 as the reader writes it; a name that a school made up stays as it is.
	 */
	public String className(@Nullable String name) {
		if (name == null) {
			return "";
		}
		var parts = CLASS.matcher(name);
		if (!parts.matches()) {
			return name;
		}
		var grade = parts.group(1);
		var number = parts.group(2);
		if (grade == null) {
			return (number != null) ? message("web.class.alone", number) : "";
		}
		var count = String.valueOf(NUMERALS.indexOf(grade) + 1);
		return (number != null) ? message("web.class", grade, count, number) : message("web.grade", grade, count);
	}

	private String format(String pattern, @Nullable TemporalAccessor when) {
		if (when == null) {
			return "";
		}
		var local = (when instanceof Instant instant) ? instant.atZone(this.clock.getZone()) : when;
		return DateTimeFormatter.ofPattern(message(pattern), LocaleContextHolder.getLocale()).format(local);
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
