package org.nuanyang.help;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.HelpSections;

import org.springframework.stereotype.Component;

/**
 * Which section of the guide explains which page to whom: by the beginning of its
 * address, and the task of the reader's role before another's.
 */
@Component
class HelpPages implements HelpSections {

	/** On the guide's own page everybody is led to the chapter of their role. */
	private static final String CHAPTER = "/help";

	/**
	 * By title: a section may move and get another number. Where two fit, the longer
	 * address wins, then the earlier line; an empty one is what a role looks up for
	 * whatever is not its own work.
	 */
	static final List<Task> TASKS = List.of(task("总览", "/", Role.PRINCIPAL), task("各校进度", "/", Role.COUNTY),
			task("首页与待办", "/", Role.OFFICER, Role.HEAD_TEACHER, Role.FINANCE), task("站内消息", "/messages", Role.values()),
			task("登录与密码", "/password", Role.values()), task("建学区、学校", "/schools", Role.ADMIN),
			task("建学区、学校", "/districts", Role.ADMIN), task("建学区、学校", "/counties", Role.ADMIN),
			task("建账号", "/accounts", Role.ADMIN), task("建账号", "/imports", Role.ADMIN),
			task("重置密码、停用账号", "/password-resets", Role.ADMIN, Role.PRINCIPAL, Role.COUNTY),
			task("操作日志", "/audit", Role.ADMIN), task("查疑点与操作", "/audit", Role.AUDITOR),
			task("资助项目与标准", "/programmes", Role.COUNTY), task("认定量化表与低保线", "/rule-sets", Role.COUNTY),
			task("工作日历", "/calendar", Role.COUNTY), task("公示规则", "/notices/policy", Role.COUNTY),
			task("接收备案", "/filings", Role.COUNTY), task("各校进度", "/overview", Role.COUNTY),
			task("导入名册", "/imports", Role.OFFICER), task("班级与班主任", "/classes", Role.OFFICER),
			task("班级与班主任", "/promotions", Role.OFFICER),
			task("收款账户", "/students/#/payee", Role.HEAD_TEACHER, Role.OFFICER),
			task("复核收款账户", "/students/#/payee", Role.FINANCE),
			task("家访", "/students/#/visits", Role.HEAD_TEACHER, Role.OFFICER),
			task("月末与台账", "/students/#/payments", Role.FINANCE),
			task("录入申请", "/students/#/household", Role.HEAD_TEACHER, Role.OFFICER),
			task("评分", "/students/#/assessments", Role.OFFICER, Role.HEAD_TEACHER),
			task("学生变动", "/students/new", Role.OFFICER), task("学生变动", "/students/#/transfer", Role.OFFICER),
			task("学生变动", "/students/#/leave", Role.OFFICER), task("学生变动", "/students/#/return", Role.OFFICER),
			task("学生变动", "/students/#/graduation", Role.OFFICER), task("学生变动", "/students/#/departure", Role.OFFICER),
			task("学生变动", "/students/#/death", Role.OFFICER), task("关心的学生", "/students/#", Role.COUNSELLOR),
			task("学生档案", "/students/#", Role.values()), task("关心的学生", "/students", Role.COUNSELLOR),
			task("关心的学生", "/categories", Role.COUNSELLOR), task("查找学生", "/students", Role.values()),
			task("开一轮认定", "/rounds", Role.OFFICER), task("受理申请", "/applications", Role.OFFICER),
			task("录入申请", "/applications", Role.HEAD_TEACHER), task("家访", "/visits", Role.HEAD_TEACHER),
			task("强制报告", "/visits/alarms", Role.PRINCIPAL), task("强制报告", "/visits/emergency", Role.PRINCIPAL),
			task("收到强制报告", "/visits", Role.COUNSELLOR), task("班级评议", "/appraisals", Role.HEAD_TEACHER),
			task("评审会", "/meetings", Role.OFFICER), task("确认评审结果", "/meetings", Role.PRINCIPAL),
			task("公示", "/notices", Role.OFFICER), task("批准公示、预算、公开", "/notices", Role.PRINCIPAL),
			task("批准公示、预算、公开", "/funds/budgets", Role.PRINCIPAL), task("批准公示、预算、公开", "/fund-notices", Role.PRINCIPAL),
			task("异议与补充公示", "/objections", Role.OFFICER), task("学期复核与异议", "/objections", Role.PRINCIPAL),
			task("核查异议", "/objections", Role.COUNSELLOR), task("学期复核与异议", "/rechecks", Role.PRINCIPAL),
			task("报送备案", "/filings", Role.OFFICER), task("资助资格", "/awards", Role.OFFICER),
			task("学期复核", "/rechecks", Role.OFFICER, Role.HEAD_TEACHER), task("统计报表", "/reports", Role.OFFICER),
			task("资助发放统计表", "/reports", Role.FINANCE), task("预算与资金台账", "/funds", Role.OFFICER),
			task("统计报表", "/overview", Role.OFFICER), task("总览", "/overview", Role.PRINCIPAL),
			task("编制发放批次", "/batches", Role.OFFICER), task("审批发放", "/batches", Role.PRINCIPAL),
			task("查钱", "/batches", Role.AUDITOR), task("查钱", "/funds", Role.AUDITOR),
			task("查钱", "/fund-notices", Role.AUDITOR), task("查钱", "/awards", Role.AUDITOR),
			task("出银行文件", "/batches/#/files", Role.FINANCE), task("退汇、追回", "/batches/#/rows", Role.FINANCE),
			task("现金和实物", "/batches/#/signatures", Role.FINANCE), task("银行回盘与对账", "/batches/#/returns", Role.FINANCE),
			task("银行回盘与对账", "/batches/#/return-lines", Role.FINANCE), task("复核与锁定批次", "/batches", Role.FINANCE),
			task("月末与台账", "/funds/#/statement", Role.FINANCE), task("月末与台账", "/funds/ledger", Role.FINANCE),
			task("专账与到账", "/funds", Role.FINANCE), task("复核收款账户", "/payees", Role.FINANCE),
			task("资金使用公告", "/fund-notices", Role.FINANCE, Role.OFFICER), task("红旗检查", "/flags", Role.PRINCIPAL),
			task("查疑点与操作", "/flags", Role.AUDITOR), task("对不上时先看哪里", "/jobs", Role.values()),
			task("资助专干", CHAPTER, Role.OFFICER), task("班主任", CHAPTER, Role.HEAD_TEACHER),
			task("校长与评审成员", CHAPTER, Role.PRINCIPAL), task("财务", CHAPTER, Role.FINANCE),
			task("县资助中心与学区", CHAPTER, Role.COUNTY), task("学区", CHAPTER, Role.DISTRICT),
			task("评审成员", CHAPTER, Role.REVIEWER), task("心理教师", CHAPTER, Role.COUNSELLOR),
			task("审计", CHAPTER, Role.AUDITOR), task("系统管理员", CHAPTER, Role.ADMIN), task("随时查看", "", Role.PRINCIPAL),
			task("查看与检查", "", Role.COUNTY), task("学区", "", Role.DISTRICT), task("评审成员", "", Role.REVIEWER),
			task("心理教师", "", Role.COUNSELLOR), task("查程序", "", Role.AUDITOR), task("系统管理员", "", Role.ADMIN));

	private final Guide guide;

	HelpPages(Guide guide) {
		this.guide = guide;
	}

	@Override
	public String path(String address, Actor reader) {
		return path(address, reader.roles());
	}

	/** Where the chapter of each role begins, in the order of the roles. */
	Map<Role, String> chapters() {
		var chapters = new EnumMap<Role, String>(Role.class);
		for (var role : Role.values()) {
			chapters.put(role, path(CHAPTER, Set.of(role)));
		}
		return chapters;
	}

	private String path(String address, Set<Role> roles) {
		var page = address.replaceFirst("[?#].*", "").replaceAll("\\d+", "#");
		var ofPage = TASKS.stream().filter((task) -> task.explains(page)).toList();
		return longest(ofPage, (task) -> roles.stream().anyMatch(task.roles()::contains))
			.or(() -> longest(ofPage, (task) -> !task.page().isEmpty()))
			.flatMap((task) -> this.guide.sections()
				.stream()
				.filter((section) -> section.title().replaceFirst("^[0-9.]+\\s+", "").equals(task.title()))
				.findFirst())
			.map((section) -> "/help#" + section.anchor())
			.orElse("/help");
	}

	private static Optional<Task> longest(List<Task> tasks, Predicate<Task> fits) {
		return tasks.stream().filter(fits).max(Comparator.comparingInt((task) -> task.page().length()));
	}

	private static Task task(String title, String page, Role... roles) {
		return new Task(title, page, EnumSet.copyOf(List.of(roles)));
	}

	/** A task of the guide, the addresses that begin so, whose work it is. */
	record Task(String title, String page, Set<Role> roles) {

		boolean explains(String address) {
			return address.equals(this.page) || address.startsWith(this.page + "/");
		}

	}

}
