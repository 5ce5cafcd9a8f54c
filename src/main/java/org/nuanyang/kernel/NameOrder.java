package org.nuanyang.kernel;

import java.util.Set;

/**
 * How every list sorts people: by family name, syllable by syllable and then by its
 * character, so that all 夏 come before all 萧; then by the given name's syllables; last as
 * written. Its keys are stored beside the name and compared byte by byte (collation "C").
 */
public final class NameOrder {

	/** Below every letter, each below the next: what ends earlier comes first. */
	private static final String AS_WRITTEN = "\t";

	private static final String NEXT = " ";

	private static final String WITHIN_FAMILY_NAME = "-";

	private static final Set<String> OF_TWO = Set.of("欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯",
			"诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒",
			"鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕",
			"令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "公户", "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘",
			"公伯", "西门", "公祖", "第五", "公乘", "贯丘", "公皙", "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师", "单于", "淳于",
			"纳兰", "叶赫", "完颜");

	private NameOrder() {
	}

	public static String key(PersonName name) {
		return key(name.value());
	}

	public static String key(String name) {
		var syllables = Pinyin.syllables(name);
		var characters = name.codePoints().mapToObj(Character::toString).toList();
		var family = family(name);
		if (syllables.size() != characters.size() || family == 0) {
			return String.join(NEXT, syllables) + AS_WRITTEN + name;
		}
		var given = String.join(NEXT, syllables.subList(family, syllables.size()));
		return String.join(WITHIN_FAMILY_NAME, syllables.subList(0, family)) + NEXT
				+ String.join("", characters.subList(0, family)) + NEXT + given + AS_WRITTEN + name;
	}

	/**
	 * Of how many characters the family name is; 0 for names that do not begin with one.
	 */
	private static int family(String name) {
		var length = name.codePointCount(0, name.length());
		if (!name.codePoints().allMatch(Character::isIdeographic)) {
			return 0;
		}
		return (length > 2 && OF_TWO.contains(name.substring(0, name.offsetByCodePoints(0, 2)))) ? 2 : 1;
	}

}
