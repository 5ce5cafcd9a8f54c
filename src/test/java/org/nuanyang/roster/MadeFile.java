package org.nuanyang.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** A small roster written row by row. */
final class MadeFile {

	private static final AtomicInteger NEXT = new AtomicInteger();

	private final StringBuilder text;

	MadeFile() {
		this("姓名,身份证件类型,身份证号,学籍号,班级,就读方式,性别,出生日期,现住址,监护人姓名,监护人身份证号");
	}

	MadeFile(String headings) {
		this.text = new StringBuilder(headings).append('\n');
	}

	/** An invented boy of the first grade whom nobody else's test knows. */
	static String id() {
		var born = LocalDate.of(2019, 10, 1).plusDays(NEXT.incrementAndGet());
		return MadeChild.checked("100000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "979");
	}

	MadeFile with(String name, String id, String registry, String schoolClass, String address) {
		return line(name, "", id, registry, schoolClass, "走读", "男", "", address, "", "");
	}

	MadeFile line(String... cells) {
		this.text.append(String.join(",", cells)).append('\n');
		return this;
	}

	byte[] bytes() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
