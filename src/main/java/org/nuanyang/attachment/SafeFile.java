package org.nuanyang.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * An uploaded file that was looked through: what it is stands in its content, a picture
 * is drawn anew without anything hidden in it, a PDF does nothing by itself.
 */
public final class SafeFile {

	/** Of one file; tables that are read and not kept may be larger. */
	public static final int LARGEST_MEGABYTES = 10;

	private static final int LARGEST = LARGEST_MEGABYTES << 20;

	private static final int LONGEST_NAME = 100;

	private final String name;

	private final FileKind kind;

	private final byte[] content;

	private final String digest;

	private SafeFile(String name, FileKind kind, byte[] content, String digest) {
		this.name = name;
		this.kind = kind;
		this.content = content;
		this.digest = digest;
	}

	/** Refuses what is not a sound JPEG, PNG or PDF of at most 10 MB. */
	public static SafeFile of(@Nullable String name, byte[] content) {
		if (content.length == 0) {
			throw RuleViolation.on("file",
					(name == null || name.isBlank()) ? "attachment.refused.missing" : "attachment.refused.empty");
		}
		if (content.length > LARGEST) {
			throw RuleViolation.on("file", "attachment.refused.size", "%.1f".formatted(content.length / 1048576.0),
					LARGEST_MEGABYTES);
		}
		var kind = FileKind.of(content)
			.orElseThrow(() -> RuleViolation.on("file",
					isHeic(content) ? "attachment.refused.heic" : "attachment.refused.kind"));
		var clean = switch (kind) {
			case JPEG -> Picture.clean(content, kind, Orientation.of(content));
			case PNG -> Picture.clean(content, kind, Orientation.UPRIGHT);
			case PDF -> PdfCheck.passed(content);
		};
		return new SafeFile(named(Objects.requireNonNullElse(name, ""), kind), kind, clean, digest(content));
	}

	/**
	 * Of the file as it was handed in: drawn anew, the same picture may come out twice.
	 */
	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The format of phones that schools' computers cannot show: it gets advice of its
	 * own.
	 */
	private static boolean isHeic(byte[] content) {
		var head = new String(content, 0, Math.min(content.length, 12), java.nio.charset.StandardCharsets.ISO_8859_1);
		return head.startsWith("ftypheic", 4) || head.startsWith("ftypheix", 4) || head.startsWith("ftypmif1", 4);
	}

	/**
	 * Without folders and invisible characters, and with the ending of what it really is.
	 */
	private static String named(String name, FileKind kind) {
		var kept = shown(name.replaceFirst("\\.[A-Za-z0-9]{1,5}\\s*$", ""));
		return (kept.isEmpty() ? "file" : kept) + kind.ending();
	}

	/** As the person knows it, without folders and invisible characters. */
	static String shown(String name) {
		return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
			.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
			.strip()
			.codePoints()
			.limit(LONGEST_NAME)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	String name() {
		return this.name;
	}

	FileKind kind() {
		return this.kind;
	}

	/** The same for the same file handed in again. */
	String digest() {
		return this.digest;
	}

	byte[] content() {
		return this.content;
	}

}
