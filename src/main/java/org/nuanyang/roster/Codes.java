package org.nuanyang.roster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.Sex;
import org.nuanyang.student.Disability;
import org.nuanyang.student.LeftBehind;
import org.nuanyang.student.Residence;

/**
 * What the registry's codes and people's words mean. Every method takes plain text and
 * answers empty for what it does not know.
 */
final class Codes {

	/** GB/T 3304: the place in the list is the code. */
	private static final List<String> ETHNICITIES = List.of("汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满",
			"侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土",
			"达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安",
			"裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺");

	private static final Map<String, Disability> DISABILITIES = Map.of("视力", Disability.VISUAL, "听力",
			Disability.HEARING, "言语", Disability.SPEECH, "肢体", Disability.PHYSICAL, "智力", Disability.INTELLECTUAL, "精神",
			Disability.MENTAL, "多重", Disability.MULTIPLE, "其他", Disability.OTHER);

	private static final List<Disability> BY_CODE = List.of(Disability.NONE, Disability.VISUAL, Disability.HEARING,
			Disability.SPEECH, Disability.PHYSICAL, Disability.INTELLECTUAL, Disability.MENTAL, Disability.MULTIPLE,
			Disability.OTHER);

	/** Half of it, once, perhaps, not yet: no word for one of the choices. */
	private static final Pattern UNSETTLED = Pattern
		.compile(".*(半|曾|原[来先是]|以前|去年|待|不详|未知|不明|不清|不确定|不一定|疑似|可能|大概|拟|有时|偶尔|还是|[?？]).*");

	private static final String BOARDS = "(?:住校|寄宿|住宿|住读|内宿)";

	/** As in 2-住校: the code before the word. */
	private static final String CODE = "[-.、: ]?";

	private static final Pattern MALE = Pattern.compile("(0?1" + CODE + ")?男(性|生|孩|孩子|童|士)?|0?1|m|male|boy");

	private static final Pattern FEMALE = Pattern.compile("(0?2" + CODE + ")?女(性|生|孩|孩子|童|士)?|0?2|f|female|girl");

	private static final Pattern NOT_THE_CHILDS = Pattern.compile("(非|不是).*|.*(或|监护人|家长|父|母).*");

	private static final Pattern NO_DOCUMENT = Pattern.compile("无|暂无|.*(无证|未办|没有).*");

	private static final Pattern HOUSEHOLD_REGISTER = Pattern.compile(".*户口[簿薄本].*");

	private static final Pattern YES = Pattern
		.compile("(?i)是(?!否|不)[\\u4e00-\\u9fff]{0,8}|1|01|有|y|yes|true|√|✓|✔|对|需要|享受");

	private static final Pattern NO = Pattern
		.compile("(?i)否|(不|非(?!常)|未)[\\u4e00-\\u9fff]{0,8}|0|00|2|02|无|无需.{0,2}|没有|n|no|false|×|x|✗");

	private static final Pattern ONE_OR_TWO = Pattern.compile("0?[12]");

	private static final Pattern BOARDING = Pattern
		.compile("0?2|(?:0?2" + CODE + ")?是?(?:住|" + BOARDS + "(?:生|学生|制)?)");

	private static final Pattern AT_HOME = Pattern
		.compile("0?1|(?:0?1" + CODE + ")?(?:走|(?:走读|通学)(?:生|学生|制)?|(?:不|非|未)(?:住|" + BOARDS + ")生?)");

	private static final Pattern BARE_ANSWER = Pattern
		.compile("(?i)是|否|不是?|0|00|有|无|没有|y|n|yes|no|true|false|[√✓✔对×x✗]");

	private static final Pattern WITH_ZEROS = Pattern.compile("^(\\d{1,2})\\.0+$");

	private static final String AWAY = "(留守.{0,4}|外出.{0,6}|在外.{0,6}|务工.{0,4}|打工.{0,4})?";

	private static final Pattern NOT_LEFT_BEHIND = Pattern
		.compile("(?i)0|00|(\\d" + CODE + ")?(非|不是|否|不)(留守.{0,4})?|无|没有|n|no|×|x|✗");

	private static final Pattern DENIED = Pattern.compile(".*[不非否无未].*");

	private static final Pattern ONE_PARENT = Pattern
		.compile("0?1|(0?1" + CODE + ")?(单亲|(父母|父亲|母亲)?一方|(父亲|母亲)(?=外|在|务|打))" + AWAY);

	private static final Pattern BOTH_PARENTS = Pattern
		.compile("0?2|(0?2" + CODE + ")?(双亲|(父母)?双方|父母(双双|都|均|俱)?(?=外|在|务|打))" + AWAY);

	private static final Pattern NOT_DISABLED = Pattern
		.compile("(?i)否|无|没有|[非不无未]是?残疾.{0,2}|不是|健全.{0,2}|健康|正常|n|no|×|x|✗");

	private static final Pattern DIGIT = Pattern.compile("0?\\d");

	private static final Pattern DISABILITY_DENIED = Pattern.compile(".*(无|非|不|未|否|正常).*");

	private static final Pattern URBAN = Pattern.compile("2|02|(?!.*非城).*(非农|城镇|城市|居民户).*");

	private static final Pattern RURAL = Pattern.compile("1|01|.*(农业|农村|农户).*");

	private static final Pattern ETHNICITY_CODE = Pattern.compile("\\d{1,2}");

	private Codes() {
	}

	/** Whether the text itself leaves open what is the case, whatever its column. */
	static boolean isUnsettled(String text) {
		return UNSETTLED.matcher(text).matches();
	}

	/** A code that a spreadsheet made a number of: 1.0 is 1. */
	static String code(String text) {
		return (text.endsWith("0")) ? WITH_ZEROS.matcher(text).replaceFirst("$1") : text;
	}

	static Optional<Sex> sex(String text) {
		var plain = text.toLowerCase(Locale.ROOT);
		if (MALE.matcher(plain).matches()) {
			return Optional.of(Sex.MALE);
		}
		return (FEMALE.matcher(plain).matches()) ? Optional.of(Sex.FEMALE) : Optional.empty();
	}

	static Optional<IdDocumentType> idType(String text) {
		if (text.isEmpty()) {
			return Optional.of(IdDocumentType.RESIDENT_ID);
		}
		if (isUnsettled(text) || NOT_THE_CHILDS.matcher(text).matches()) {
			return Optional.empty();
		}
		if (NO_DOCUMENT.matcher(text).matches()) {
			return Optional.of(IdDocumentType.NONE);
		}
		if (text.contains("香港")) {
			return Optional.of(IdDocumentType.HONG_KONG);
		}
		if (text.contains("澳门")) {
			return Optional.of(IdDocumentType.MACAO);
		}
		if (text.contains("台")) {
			return Optional.of(IdDocumentType.TAIWAN);
		}
		if (text.contains("永久居")) {
			return Optional.of(IdDocumentType.FOREIGN_RESIDENT);
		}
		if (text.contains("护照")) {
			return Optional.of(IdDocumentType.PASSPORT);
		}
		if (HOUSEHOLD_REGISTER.matcher(text).matches()) {
			return Optional.of(IdDocumentType.HOUSEHOLD_REGISTER);
		}
		if (text.contains("身份证")) {
			return Optional.of(IdDocumentType.RESIDENT_ID);
		}
		return (text.contains("其他") || text.contains("其它")) ? Optional.of(IdDocumentType.OTHER)
				: IdDocumentType.ofCode(text.toUpperCase(Locale.ROOT).replaceFirst("^0(?=.)", ""));
	}

	/** 非常需要 is no 非, and 无父无母 no 无. */
	static Optional<Boolean> yes(String text) {
		if (isUnsettled(text)) {
			return Optional.empty();
		}
		if (YES.matcher(text).matches()) {
			return Optional.of(true);
		}
		return (text.isEmpty() || NO.matcher(text).matches()) ? Optional.of(false) : Optional.empty();
	}

	/**
	 * By its word, or by the code of the registry.
	 * @param asked whether the column asks 是否住校, so that a bare 1 or 2 may be the
	 * registry's code or an answer
	 */
	static Optional<Boolean> boarding(String text, boolean asked) {
		if (isUnsettled(text) || (asked && ONE_OR_TWO.matcher(text).matches())) {
			return Optional.empty();
		}
		if (BOARDING.matcher(text).matches()) {
			return Optional.of(true);
		}
		if (AT_HOME.matcher(text).matches()) {
			return Optional.of(false);
		}
		return yes(text).filter((answer) -> BARE_ANSWER.matcher(text).matches());
	}

	static Optional<LeftBehind> leftBehind(String text) {
		if (text.isEmpty() || NOT_LEFT_BEHIND.matcher(text).matches()) {
			return Optional.of(LeftBehind.NONE);
		}
		if (isUnsettled(text) || DENIED.matcher(text).matches()) {
			return Optional.empty();
		}
		if (ONE_PARENT.matcher(text).matches()) {
			return Optional.of(LeftBehind.SINGLE);
		}
		return (BOTH_PARENTS.matcher(text).matches()) ? Optional.of(LeftBehind.BOTH) : Optional.empty();
	}

	/**
	 * Of one kind only: 无法行走 is no 无, 视力正常 no kind, and of two kinds a person says which.
	 * @param asked whether the column asks 是否残疾, so that a bare 1 is no kind
	 */
	static Optional<Disability> disability(String text, boolean asked) {
		if (text.isEmpty() || NOT_DISABLED.matcher(text).matches()) {
			return Optional.of(Disability.NONE);
		}
		if (DIGIT.matcher(text).matches()) {
			var code = Integer.parseInt(text);
			return (code < BY_CODE.size() && (code == 0 || !asked)) ? Optional.of(BY_CODE.get(code)) : Optional.empty();
		}
		if (isUnsettled(text) || DISABILITY_DENIED.matcher(text).matches()) {
			return Optional.empty();
		}
		var kinds = DISABILITIES.entrySet().stream().filter((entry) -> text.contains(entry.getKey())).toList();
		return (kinds.size() == 1) ? Optional.of(kinds.getFirst().getValue()) : Optional.empty();
	}

	static Optional<Residence> residence(String text) {
		if (URBAN.matcher(text).matches()) {
			return Optional.of(Residence.URBAN);
		}
		return (RURAL.matcher(text).matches()) ? Optional.of(Residence.RURAL) : Optional.empty();
	}

	/** With 族 at its end; what is not in the standard stays as written. */
	static String ethnicity(String text) {
		if (ETHNICITY_CODE.matcher(text).matches()) {
			var code = Integer.parseInt(text);
			return (code >= 1 && code <= ETHNICITIES.size()) ? ETHNICITIES.get(code - 1) + "族" : text;
		}
		var bare = (text.endsWith("族")) ? text.substring(0, text.length() - 1) : text;
		return (ETHNICITIES.contains(bare)) ? bare + "族" : text;
	}

}
