package org.nuanyang.application;

import org.springframework.context.MessageSourceResolvable;

/** The nine dated steps that a round shows to its people (process.md 1.2). */
public enum RoundStep implements MessageSourceResolvable {

	/** 提前告知 */
	INFORM,
	/** 受理申请 */
	APPLY,
	/** 家访核实 */
	VISIT,
	/** 班级评议 */
	APPRAISE,
	/** 学校评审 */
	DECIDE,
	/** 公示 */
	PUBLISH,
	/** 备案 */
	FILE,
	/** 发放 */
	PAY,
	/** 归档 */
	ARCHIVE;

	@Override
	public String[] getCodes() {
		return new String[] { "application.round.step." + name() };
	}

}
