package org.nuanyang.kernel;

/** What a person does in student aid; one account may hold several. */
public enum Role {

	/** 资助专干 */
	OFFICER,
	/** 班主任 */
	HEAD_TEACHER,
	/** 校长 */
	PRINCIPAL,
	/** 评审成员 */
	REVIEWER,
	/** 财务 */
	FINANCE,
	/** 心理教师 */
	COUNSELLOR,
	/** 学区(中心校) */
	DISTRICT,
	/** 县资助中心 */
	COUNTY,
	/** 审计 */
	AUDITOR,
	/** 系统管理员: accounts and dictionaries, no pupil data */
	ADMIN

}
