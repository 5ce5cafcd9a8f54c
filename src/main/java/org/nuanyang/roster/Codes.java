package org.nuanyang.roster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

	private Codes() {
	}

	/** A code that a spreadsheet made a number of: 1.0 is 1. */
	static String code(String text) {
		return text.replaceFirst("^(\\d{1,2})\\.0+$", "$1");
	}

	static Optional<Sex> sex(String text) {
		var plain = text.toLowerCase(Locale.ROOT);
		if (plain.matches("男.{0,2}|1|01|m|male|1[-.、 ]?男.*")) {
			return Optional.of(Sex.MALE);
		}
		return (plain.matches("女.{0,2}|2|02|f|female|2[-.、 ]?女.*")) ? Optional.of(Sex.FEMALE) : Optional.empty();
	}

	static Optional<IdDocumentType> idType(String text) {
		if (text.isEmpty()) {
			return Optional.of(IdDocumentType.RESIDENT_ID);
		}
		if (text.matches(".*(无证|未办|没有).*")) {
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
		if (text.matches(".*户口[簿薄本].*")) {
			return Optional.of(IdDocumentType.HOUSEHOLD_REGISTER);
		}
		if (text.contains("身份证")) {
			return Optional.of(IdDocumentType.RESIDENT_ID);
		}
		return (text.contains("其他") || text.contains("其它")) ? Optional.of(IdDocumentType.OTHER)
				: IdDocumentType.ofCode(text.toUpperCase(Locale.ROOT).replaceFirst("^0(?=.)", ""));
	}

	static Optional<Boolean> yes(String text) {
		if (text.matches("(?i)是.{0,3}|1|01|有|y|yes|true|√|✓|✔|对")) {
			return Optional.of(true);
		}
		return (text.isEmpty() || text.matches("(?i)否|不.{0,4}|非.*|0|00|2|02|无.*|没有|n|no|false|×|x|✗"))
				? Optional.of(false) : Optional.empty();
	}

	static Optional<Boolean> boarding(String text) {
		if (text.matches("(?i)2|02|.*(住校|寄宿|住宿|住读|内宿).*") && !text.matches("(不|非|否).*")) {
			return Optional.of(true);
		}
		if (text.matches("1|01|.*(走读|通学|不住|非住|非寄宿|不寄宿).*")) {
			return Optional.of(false);
		}
		return yes(text).filter((answer) -> !text.isEmpty());
	}

	static Optional<LeftBehind> leftBehind(String text) {
		if (text.isEmpty() || text.matches("(?i)0|否|非.*|不.*|无.*|没有|n|no|×|x|✗|2[-.、].*非.*")) {
			return Optional.of(LeftBehind.NONE);
		}
		if (text.matches("1|01|.*单亲.*|.*一方.*")) {
			return Optional.of(LeftBehind.SINGLE);
		}
		return (text.matches("2|02|.*双亲.*|.*双方.*|.*父母.*")) ? Optional.of(LeftBehind.BOTH) : Optional.empty();
	}

	static Optional<Disability> disability(String text) {
		if (text.isEmpty() || text.matches("否|无.*|非.*|不.*|健全.*|正常.*")) {
			return Optional.of(Disability.NONE);
		}
		if (text.matches("0?\\d")) {
			var code = Integer.parseInt(text);
			return (code < BY_CODE.size()) ? Optional.of(BY_CODE.get(code)) : Optional.of(Disability.OTHER);
		}
		return DISABILITIES.entrySet()
			.stream()
			.filter((entry) -> text.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	static Optional<Residence> residence(String text) {
		if (text.matches("2|02|.*(非农|城镇|城市|居民户).*")) {
			return Optional.of(Residence.URBAN);
		}
		return (text.matches("1|01|.*(农业|农村|农户).*")) ? Optional.of(Residence.RURAL) : Optional.empty();
	}

	/** With 族 at its end; what is not in the standard stays as written. */
	static String ethnicity(String text) {
		if (text.matches("\\d{1,2}")) {
			var code = Integer.parseInt(text);
			return (code >= 1 && code <= ETHNICITIES.size()) ? ETHNICITIES.get(code - 1) + "族" : text;
		}
		var bare = (text.endsWith("族")) ? text.substring(0, text.length() - 1) : text;
		return (ETHNICITIES.contains(bare)) ? bare + "族" : text;
	}

}
