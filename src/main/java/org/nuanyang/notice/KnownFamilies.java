package org.nuanyang.notice;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.nuanyang.student.FamilyTraces;

/**
 * The families on a list, as a text that everybody reads is compared with them: their
 * names, their telephones, and where they live down to the village.
 */
final class KnownFamilies {

	static final KnownFamilies NONE = new KnownFamilies(FamilyTraces.NONE);

	/** Shorter ones are extensions and rooms. */
	private static final int SHORTEST_PHONE = 7;

	private static final int SHORTEST_PLACE = 3;

	private static final String PLACE = "(?:村|庄|屯|寨|社区|小区|家园|花园)";

	private static final Pattern REGION = Pattern.compile(".*(?:省|市|县|州|旗|(?<![社小])区|乡|镇|街道)(?!村)");

	/**
	 * What of an address tells a home: the village, its group, the number in its road.
	 */
	private static final List<Pattern> HOMES = List.of(Pattern.compile("^.{1,8}?" + PLACE + "(?![村庄屯寨])"),
			Pattern.compile("^.{1,8}?" + PLACE + "[0-9]+[组队社号栋]"), Pattern.compile("^.{1,8}?(?:路|街|巷|弄|大道)[0-9]+"));

	/**
	 * A name of two signs begins many a name of three: it is meant where it ends, or
	 * where a word for the person follows.
	 */
	private static final String AFTER_SHORT = "(?![\\p{IsHan}])|(?=[的家爸妈爹娘爷奶叔伯姑舅姨婶姥父母哥姐弟妹女儿同老先住在])|(?=外[公婆])|(?=[学监])";

	private final List<Pattern> names;

	private final List<String> phones;

	private final List<String> homes;

	KnownFamilies(FamilyTraces traces) {
		this.names = traces.names()
			.stream()
			.map(KnownFamilies::bare)
			.filter((name) -> name.length() > 1)
			.map((name) -> {
				var quoted = Pattern.quote(name);
				return Pattern.compile(
						(name.codePointCount(0, name.length()) == 2) ? quoted + "(?:" + AFTER_SHORT + ")" : quoted);
			})
			.toList();
		this.phones = traces.phones()
			.stream()
			.map((phone) -> phone.replaceAll("[^0-9]", ""))
			.filter((phone) -> phone.length() >= SHORTEST_PHONE)
			.toList();
		this.homes = traces.addresses()
			.stream()
			.flatMap(KnownFamilies::homes)
			.filter((home) -> home.length() >= SHORTEST_PLACE)
			.distinct()
			.toList();
	}

	private static Stream<String> homes(String address) {
		var whole = WrittenNumbers.place(address);
		var local = REGION.matcher(whole).replaceFirst("");
		var parts = HOMES.stream().flatMap((home) -> home.matcher(local).results()).map((found) -> found.group());
		return Stream.concat(Stream.of(whole), parts);
	}

	/** Signs that people put between the parts of a name. */
	private static String bare(String text) {
		return WrittenNumbers.plain(text).replaceAll("[\\s·•・．.]+", "");
	}

	boolean names(String text) {
		var bare = bare(text);
		return this.names.stream().anyMatch((name) -> name.matcher(bare).find());
	}

	/** Whatever stands between the figures, and without the area's code too. */
	boolean rings(String text) {
		var digits = WrittenNumbers.figures(WrittenNumbers.plain(text)).replaceAll("[^0-9]", "");
		return this.phones.stream()
			.anyMatch(
					(phone) -> digits.contains(phone) || (digits.length() >= SHORTEST_PHONE && phone.endsWith(digits)));
	}

	boolean livesAt(String text) {
		var place = WrittenNumbers.place(text);
		return this.homes.stream().anyMatch(place::contains);
	}

}
