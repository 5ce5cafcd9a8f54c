package org.nuanyang.identification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words by which a label would claim to score merit, conduct or a pupil's spending, which
 * are no economic factors (decisions.md 4; scoring.md 3.3). What a household spends and
 * what schooling costs it are: those words stand alone in many a harmless label.
 */
final class MeritWords {

	private static final List<Pattern> WORDS = List.of("成绩|名次|品行|品德|德育|操行|违纪|奖惩|获奖|三好学?生|优秀(?:学生|干部|少先队员)",
			"学业(?:水平|表现|优秀|等级|排名|测评)|学习(?:态度|表现|水平|优秀)|(?:考试|考核|测验|学科|量化|操行|班级|年级)(?:分数|得分|排名)|^分数$",
			"(?:在校|在家|学习|日常|平时|课堂|思想|道德|行为|一贯|学生|本人|孩子|个人|综合)表现|^表现$", "(?:纪律|违规|受过|受到|受|学校|校纪|给予)处分|^处分|处分(?:情况|记录)",
			"(?:学生|本人|个人|孩子|校园卡?|食堂|在校|手机|网络)[^，。；,;]{0,4}消费|高消费|消费(?:习惯|行为|观念|因素|表现|情况是否)|^消费$",
			"勤奋|勤学|刻苦|用功|上进|进取|(?:学习|读书|刻苦|个人|学生|本人|孩子|态度)努力|努力(?:学习|读书|程度|上进|进取|情况)|^努力$",
			"(?:学习|学业|思想|明显|较大|显著|个人)进步|进步(?:幅度|情况|程度|明显|较大|显著|学生|奖)|^进步$|积极(?:性|向上|上进|进取|分子|表现)|(?:学习|态度|思想|课堂)积极|^积极$|表现优[秀良异]",
			"\\bdiligen(?:t|ce)\\b|\\b(?:school|academic|learning|pupil[’']?s?|study) (?:progress|efforts?)\\b|^(?:progress|efforts?)$|\\bhard-?working\\b",
			"\\bmerits?\\b|\\bconduct\\b|\\bbehaviou?rs?\\b|\\bdisciplin|\\b(?:exam|test|school|academic|subject|class)[ -](?:marks?|grades?|results?|scores?|rank)|^(?:marks|grades)$",
			"\\b(?:pupil|student|child|personal|canteen)(?:[’']?s)? (?:consumption|spending)|\\bspending habits?\\b|^consumption$|\\bawards? won\\b")
		.stream()
		.map((words) -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
		.toList();

	private MeritWords() {
	}

	/** The word of merit that a label has, if it has one. */
	static Optional<String> in(String label) {
		return WORDS.stream()
			.map((words) -> words.matcher(label.strip()))
			.filter((found) -> found.find())
			.map((found) -> found.group())
			.findFirst();
	}

}
