package org.nuanyang.help;

import java.util.Map;

import org.nuanyang.web.HelpSections;

import org.springframework.stereotype.Component;

/** Which section of the guide explains which page: the first part of its address. */
@Component
class HelpPages implements HelpSections {

	/** By title: a section may move and get another number. */
	static final Map<String, String> SECTIONS = Map.ofEntries(Map.entry("", "登录与首页"), Map.entry("messages", "登录与首页"),
			Map.entry("overview", "统计与报表"), Map.entry("reports", "统计与报表"), Map.entry("schools", "准备：学校、账号、校历"),
			Map.entry("accounts", "准备：学校、账号、校历"), Map.entry("classes", "准备：学校、账号、校历"),
			Map.entry("calendar", "准备：学校、账号、校历"), Map.entry("programmes", "准备：学校、账号、校历"), Map.entry("imports", "导入名册"),
			Map.entry("students", "导入名册"), Map.entry("rounds", "一轮认定"), Map.entry("applications", "一轮认定"),
			Map.entry("visits", "一轮认定"), Map.entry("appraisals", "一轮认定"), Map.entry("meetings", "一轮认定"),
			Map.entry("notices", "一轮认定"), Map.entry("objections", "一轮认定"), Map.entry("filings", "一轮认定"),
			Map.entry("rechecks", "一轮认定"), Map.entry("awards", "发放与记账"), Map.entry("batches", "发放与记账"),
			Map.entry("funds", "发放与记账"), Map.entry("payees", "发放与记账"), Map.entry("fund-notices", "发放与记账"),
			Map.entry("flags", "对不上时先看哪里"), Map.entry("jobs", "对不上时先看哪里"), Map.entry("audit", "谁看得到什么"),
			Map.entry("password", "谁看得到什么"), Map.entry("password-resets", "谁看得到什么"));

	private final Guide guide;

	HelpPages(Guide guide) {
		this.guide = guide;
	}

	@Override
	public String path(String address) {
		var first = address.replaceFirst("^/", "").split("[/?]", 2)[0];
		var title = SECTIONS.get(first);
		return this.guide.sections()
			.stream()
			.filter((section) -> title != null && section.title().endsWith(title))
			.findFirst()
			.map((section) -> "/help#" + section.anchor())
			.orElse("/help");
	}

}
