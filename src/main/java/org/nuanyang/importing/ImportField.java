package org.nuanyang.importing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something a row may say, and the headings under which people say it.
 *
 * @param key ends the message {@code <kind>.field.<key>}
 * @param unless the key of a field that may tell it too, empty if none
 * @param identifier digits that are no number: a numeric cell in its column is suspect
 * @param sensitive shown masked
 * @param foreign groups of columns, by the heading above them, that are about somebody
 * else
 */
public record ImportField(String key, boolean required, String unless, boolean identifier, boolean sensitive,
		Set<String> headings, Pattern pattern, Pattern foreign) {

	private static final Pattern NEVER = Pattern.compile("(?!)");

	private static final Pattern REMARK = Pattern
		.compile("(?<=.)[(（\\[【](?!.*(家|监护|父|母|本人|学生))[^)）\\]】]*[)）\\]】]\\s*[*＊]?\\s*$");

	private static final Pattern HINT = Pattern.compile("\\([^)]*(填|选|如|文本|合写|位|yyyy|格式)[^)]*\\)");

	private static final Pattern ITEM = Pattern.compile("^\\s*\\d+\\s*[.、．]\\s*");

	private static final Pattern MARKS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");

	public static ImportField of(String key, String... headings) {
		var plain = new HashSet<String>();
		Arrays.stream(headings).map(ImportField::plain).forEach(plain::add);
		return new ImportField(key, false, "", false, false, plain, NEVER, NEVER);
	}

	/** Without it there is nothing to import. */
	public ImportField asRequired() {
		return asRequiredUnless("");
	}

	/** The same, unless the file has that other field: one column may tell both. */
	public ImportField asRequiredUnless(String other) {
		return new ImportField(this.key, true, other, this.identifier, this.sensitive, this.headings, this.pattern,
				this.foreign);
	}

	public ImportField asIdentifier() {
		return new ImportField(this.key, this.required, this.unless, true, this.sensitive, this.headings, this.pattern,
				this.foreign);
	}

	public ImportField asSensitive() {
		return new ImportField(this.key, this.required, this.unless, this.identifier, true, this.headings, this.pattern,
				this.foreign);
	}

	/** Also any heading that matches, after its spaces and marks are gone. */
	public ImportField or(String regex) {
		return new ImportField(this.key, this.required, this.unless, this.identifier, this.sensitive, this.headings,
				Pattern.compile(regex), this.foreign);
	}

	/** Not below such headings, after their spaces and marks are gone. */
	public ImportField notUnder(String regex) {
		return new ImportField(this.key, this.required, this.unless, this.identifier, this.sensitive, this.headings,
				this.pattern, Pattern.compile(regex));
	}

	boolean isForeignTo(String group) {
		return this.foreign.matcher(plain(group)).matches();
	}

	/**
	 * How surely a heading means this: 100 for a known one, 50 for one of its pattern,
	 * one less with a remark in brackets that says how to fill it in, else 0.
	 */
	int likeness(String plain, String plainWithoutRemark) {
		var whole = likenessOf(plain);
		return (whole > 0 || plainWithoutRemark.equals(plain)) ? whole
				: Math.max(0, likenessOf(plainWithoutRemark) - 1);
	}

	private int likenessOf(String plain) {
		if (this.headings.contains(plain)) {
			return 100;
		}
		return (this.pattern.matcher(plain).matches()) ? 50 : 0;
	}

	/** Whose it is, is no remark. */
	static String unremarked(String heading) {
		return REMARK.matcher(heading).replaceFirst("");
	}

	/**
	 * Half-width, lower case, without spaces, punctuation, item numbers and remarks such
	 * as （必填）.
	 */
	static String plain(String heading) {
		var halfWidth = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		var unremarked = HINT.matcher(halfWidth).replaceAll("");
		return MARKS.matcher(ITEM.matcher(unremarked).replaceAll("")).replaceAll("");
	}

}
