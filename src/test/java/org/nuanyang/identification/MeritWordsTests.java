package org.nuanyang.identification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a label of an indicator may say, and what it may not. */
class MeritWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "学习成绩", "期末考试分数", "分数", "年级排名", "名次", "品行", "思想表现", "在校表现", "学业水平", "违纪情况", "受处分", "处分记录",
			"获奖情况", "三好学生", "学生消费因素", "消费习惯", "高消费行为", "校园卡月消费", "孩子的手机消费", "Academic merit", "Good conduct",
			"Behaviour at school", "Exam marks", "Class rank", "Pupil's spending", "Consumption", "Disciplinary record",
			"勤奋上进", "努力程度", "学习进步", "积极向上", "表现优秀", "刻苦学习", "Diligence", "Academic progress" })
	void meritConductAndAPupilsSpendingAreNone(String label) {
		assertThat(MeritWords.in(label)).as(label).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "家庭医疗消费支出", "家庭必要消费", "家庭消费性支出与收入之比", "非义务教育学业负担", "按分数段计的残疾等级", "灾害的表现形式", "房产处分所得",
			"土地处分", "家庭人均年收入", "子女学业费用", "Household consumption expenditure", "Education costs",
			"Family spending on health", "Children in grades 1 to 6", "Marked on the list of the civil office",
			"家长努力就业仍无固定工作", "积极治疗后仍需长期服药", "病情进一步加重", "技术进步导致失业", "Treatment in progress" })
	void whatAHouseholdEarnsAndSpendsIs(String label) {
		assertThat(MeritWords.in(label)).as(label).isEmpty();
	}

}
