package org.nuanyang.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.nuanyang.kernel.RuleViolation;

/**
 * Looks a PDF through for what a sheet of paper cannot do: scripts, files inside, other
 * programs, forms with logic, a password. It looks at names, also in packed object
 * streams, and refuses what it cannot unpack; the file itself stays as it was handed in.
 */
final class PdfCheck {

	private static final List<String> ACTIVE = List.of("/JavaScript", "/EmbeddedFile", "/Launch", "/RichMedia", "/XFA ",
			"/XFA[", "/XFA\n", "/XFA\r", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition");

	private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern STREAM = Pattern.compile("endstream|stream(\\r\\n|\\n|\\r)");

	private static final Pattern DECODER = Pattern.compile("Decode");

	/** Sheets scanned by the hundred stay far below. */
	private static final int MOST_UNPACKED = 64 * 1024 * 1024;

	/** As long as the longest name with each letter escaped. */
	private static final int OVERLAP = 64;

	private static final int TAIL = 2048;

	private final byte[] content;

	private final String text;

	private final byte[] buffer = new byte[1 << 16];

	private int unpacked;

	private PdfCheck(byte[] content) {
		this.content = content;
		this.text = new String(content, StandardCharsets.ISO_8859_1);
	}

	/** The same bytes, or the reason why they are refused. */
	static byte[] passed(byte[] content) {
		new PdfCheck(content).run();
		return content;
	}

	private void run() {
		if (!this.text.substring(Math.max(0, this.text.length() - TAIL)).contains("%%EOF")) {
			throw RuleViolation.on("file", "attachment.refused.pdf.torn");
		}
		var plain = unescaped(this.text);
		if (plain.contains("/Encrypt")) {
			throw RuleViolation.on("file", "attachment.refused.pdf.locked");
		}
		refuseActive(plain);
		var streams = STREAM.matcher(this.text);
		var dictionary = Dictionary.EMPTY;
		var from = 0;
		while (streams.find()) {
			if (streams.group().startsWith("end")) {
				dictionary = Dictionary.EMPTY;
			}
			else {
				dictionary = dictionary.with(unescaped(this.text.substring(from, streams.start())));
				look(dictionary, streams.end());
			}
			from = streams.end();
		}
	}

	/**
	 * What stands between the end of one stream and the beginning of the next. It is read
	 * piece by piece, each once: one that begins a million times would never be done.
	 */
	private record Dictionary(boolean objects, boolean filtered, boolean deflated, int decoders) {

		static final Dictionary EMPTY = new Dictionary(false, false, false, 0);

		Dictionary with(String piece) {
			var found = (int) DECODER.matcher(piece).results().count();
			return new Dictionary(this.objects || piece.contains("/ObjStm"), this.filtered || piece.contains("/Filter"),
					this.deflated || piece.contains("/FlateDecode"), this.decoders + found);
		}

	}

	/** Objects can be packed into a stream, and with them the names that matter. */
	private void look(Dictionary dictionary, int start) {
		if (!dictionary.objects() || !dictionary.filtered()) {
			return;
		}
		if (!dictionary.deflated() || dictionary.decoders() != 1) {
			throw RuleViolation.on("file", "attachment.refused.pdf.odd");
		}
		var inflater = new Inflater();
		try {
			inflater.setInput(this.content, start, this.content.length - start);
			unpack(inflater);
		}
		catch (DataFormatException ex) {
			var refused = RuleViolation.on("file", "attachment.refused.pdf.odd");
			refused.initCause(ex);
			throw refused;
		}
		finally {
			inflater.end();
		}
	}

	private void unpack(Inflater inflater) throws DataFormatException {
		var before = "";
		while (!inflater.finished()) {
			var length = inflater.inflate(this.buffer);
			this.unpacked += length;
			if (length == 0 || this.unpacked > MOST_UNPACKED) {
				throw new DataFormatException("no end within limits");
			}
			var piece = before + new String(this.buffer, 0, length, StandardCharsets.ISO_8859_1);
			refuseActive(unescaped(piece));
			before = piece.substring(Math.max(0, piece.length() - OVERLAP));
		}
	}

	private static void refuseActive(String text) {
		if (ACTIVE.stream().anyMatch(text::contains)) {
			throw RuleViolation.on("file", "attachment.refused.pdf.active");
		}
	}

	/** Letters of a name may be written as their number: {@code /J#61vaScript}. */
	private static String unescaped(String text) {
		return (text.indexOf('#') < 0) ? text
				: ESCAPED.matcher(text)
					.replaceAll((found) -> java.util.regex.Matcher
						.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}

}
