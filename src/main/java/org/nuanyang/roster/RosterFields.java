package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.importing.ImportField;

/**
 * The columns of a roster under their names in the national pupil registry, in its older
 * editions and in tables that schools make themselves. A heading about a family member is
 * never one about the pupil.
 */
final class RosterFields {

	private static final String OF_FAMILY = "(?!.*(家庭成员|监护人|家长|父亲|母亲|爸爸|妈妈|户主|成员))";

	/** 家长（监护人）情况, 家庭主要成员, 监护人基本信息: over columns that are then theirs. */
	private static final String ABOUT = "((基本|主要|相关|联系|详细)*(情况|信息|状况|资料))";

	private static final String FAMILY = "家庭" + ABOUT;

	private static final String MEMBER = "(学生)?(主要)?(家庭)?(主要)?(监护人|监护|家长|父母|成员)([或及和与]?(主要)?(家庭)?(监护人|家长|父母|成员))*";

	/** Whoever stands above these, the name below is not the pupil's. */
	private static final String OTHERS = ".*(家长|监护|父|母|爸|妈|爷|奶|外公|外婆|兄弟|姐妹|户主|成员|家属|联系人|班主任|教师).*";

	static final List<ImportField> ALL = all();

	private RosterFields() {
	}

	private static List<ImportField> all() {
		var fields = new ArrayList<ImportField>();
		fields.add(ImportField.of("name", "姓名", "学生姓名", "孩子姓名", "名字", "学生", "姓名全称", "xm", "name")
			.or(OF_FAMILY + "(学生|孩子|本人)?(的)?(真实)?姓名.*")
			.notUnder(OTHERS)
			.asRequired());
		fields.add(ImportField
			.of("idNumber", "身份证件号", "身份证号", "身份证号码", "身份证件号码", "证件号", "证件号码", "公民身份号码", "身份证", "学生身份证号", "学生身份证号码",
					"居民身份证号", "居民身份证号码", "公民身份证号", "公民身份证号码", "sfzh", "idnumber")
			.or(OF_FAMILY + "(学生|孩子|本人)?(居民|公民)?(身份证件?|身份|证件)(号|号码|编号)")
			.notUnder(OTHERS)
			.asRequired()
			.asIdentifier()
			.asSensitive());
		fields.add(ImportField.of("idType", "身份证件类型", "证件类型", "证件类别", "证件种类", "学生身份证件类型")
			.or(OF_FAMILY + "(学生)?(身份)?证件(类型|类别|种类)")
			.notUnder(OTHERS));
		fields
			.add(ImportField.of("registryNumber", "学籍号", "全国学籍号", "学籍号码", "全国统一学籍号", "国网学籍号", "正式学籍号", "学生学籍号", "学籍编号")
				.or("(全国|学生|国家)?(统一|正式|临时)?学籍(号|号码|编号)")
				.asIdentifier()
				.asSensitive());
		fields.add(ImportField.of("schoolNumber", "学籍辅号", "学号", "校内学号", "班内学号", "校内编号", "省内编号").asIdentifier());
		fields.add(ImportField.of("sex", "性别", "学生性别", "xb").or(OF_FAMILY + "(学生|孩子)?性别.*").notUnder(OTHERS));
		fields.add(ImportField.of("bornOn", "出生日期", "出生年月日", "出生年月", "生日", "学生出生日期", "csrq")
			.or(OF_FAMILY + "(学生|孩子)?(出生|诞生)(日期|年月日?|时间)")
			.notUnder(OTHERS));
		fields.add(ImportField.of("ethnicity", "民族", "学生民族").or(OF_FAMILY + "(学生)?民族").notUnder(OTHERS));
		fields.add(ImportField.of("grade", "年级", "所在年级", "就读年级", "年级名称", "学生年级")
			.or("(学生|现|当前|目前)?(所在|就读|在读|所属)?(的)?年级(名称|别)?"));
		fields
			.add(ImportField
				.of("schoolClass", "班级", "班", "所在班级", "就读班级", "班级名称", "年级班级", "年级及班级", "年班", "班次", "学生班级", "班号", "班级号",
						"行政班")
				.or("(所在|就读)?(年级)?(和|及|与)?班(级|别)?(名称|号)?")
				.asRequiredUnless("grade"));
		fields.add(ImportField.of("boarding", "就读方式", "是否住校", "是否寄宿", "是否住宿", "是否寄宿生", "住校情况", "寄宿情况", "住宿情况", "走读住校",
				"走读或住校"));
		fields.add(ImportField.of("residence", "户口性质", "户籍性质", "户口类型", "户籍类型", "户口类别")
			.or(OF_FAMILY + "(户口|户籍)(性质|类型|类别)"));
		fields.add(ImportField.of("address", "现住址", "家庭住址", "家庭地址", "居住地址", "住址", "现居住地", "通信地址", "通讯地址", "联系地址")
			.or("(?!.*(家庭成员|监护人|家长|父亲|母亲))(学生)?(现|家庭)*(详细)?((居)?住(地)?(详细)?(地?址)?|地址)"));
		fields
			.add(ImportField.of("phone", "联系电话", "联系方式", "电话", "手机", "手机号", "手机号码", "电话号码", "学生联系电话", "家庭电话", "家庭联系电话")
				.notUnder(OTHERS)
				.asIdentifier()
				.asSensitive());
		fields.add(ImportField.of("leftBehind", "是否留守儿童", "留守儿童", "留守情况", "是否留守", "留守类型"));
		fields.add(ImportField.of("migrantChild", "是否进城务工人员随迁子女", "是否随迁子女", "随迁子女", "进城务工人员随迁子女"));
		fields.add(ImportField.of("orphan", "是否孤儿", "孤儿"));
		fields.add(ImportField.of("martyrFamily", "是否烈士或优抚子女", "是否烈士子女", "烈士或优抚子女", "是否优抚子女", "烈士优抚子女"));
		fields.add(ImportField.of("disability", "残疾人类型", "残疾类型", "残疾类别", "残疾情况", "是否残疾"));
		fields.add(ImportField.of("needsAid", "是否需要申请资助", "是否申请资助", "需要申请资助", "是否需要资助", "申请资助"));
		fields.add(ImportField.of("receivesSubsidy", "是否享受一补", "享受一补", "一补"));
		fields.add(ImportField.of("enteredOn", "入学年月", "入学日期", "入学时间", "入校时间"));
		fields.add(ImportField.of("school", "学校名称", "学校", "就读学校", "所在学校"));
		fields.add(ImportField.of("schoolCode", "学校标识码", "学校代码", "学校识别码"));
		family(fields, "1", "(第一)?" + MEMBER + "[一1]?" + ABOUT + "?[一1]?|" + FAMILY, "(父亲|爸爸|父)");
		family(fields, "2", "第二" + MEMBER + ABOUT + "?|" + MEMBER + "[二2]" + ABOUT + "?|" + MEMBER + ABOUT + "[二2]",
				"(母亲|妈妈|母)");
		return List.copyOf(fields);
	}

	/** A family member by number, or the father first and the mother second. */
	private static void family(List<ImportField> fields, String number, String member, String parent) {
		var above = "(" + FAMILY + "|" + MEMBER + ABOUT + "?)?";
		var who = "((" + FAMILY + ")?(" + member + ")|" + above + parent + ABOUT + "?)(的)?";
		fields.add(ImportField.of("guardian" + number + "Name")
			.or("(?!父$|母$|.*" + ABOUT + "[一二12]?$)" + who + "(姓名|名字)?"));
		fields.add(ImportField.of("guardian" + number + "Relation")
			.or(who + "([与和](学生|本人|孩子))?(的)?关系|" + (number.equals("1") ? "([与和](学生|本人|孩子|监护人)(的)?)?关系" : "(?!)")));
		fields.add(ImportField.of("guardian" + number + "Phone")
			.or(who + "(的)?(联系)?(电话|手机|方式|手机号码?|电话号码)")
			.asIdentifier()
			.asSensitive());
		fields.add(ImportField.of("guardian" + number + "IsGuardian").or(who + "是否(是|为)?监护人"));
		fields.add(ImportField.of("guardian" + number + "IdType").or(who + "(身份)?证件(类型|类别|种类)"));
		fields.add(ImportField.of("guardian" + number + "IdNumber")
			.or(who + "(居民|公民)?(身份证件?|身份|证件)(号|号码)?")
			.asIdentifier()
			.asSensitive());
		fields.add(ImportField.of("guardian" + number + "Workplace").or(who + "(的)?(工作单位|单位|职业|工作)"));
	}

}
