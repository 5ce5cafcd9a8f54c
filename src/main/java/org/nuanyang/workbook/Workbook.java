package org.nuanyang.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.nuanyang.kernel.RuleViolation;

/** A spreadsheet in memory, small enough to be there. */
public record Workbook(Format format, List<Sheet> sheets) {

	/** What a file is by its content; its name proves nothing. */
	public enum Format {

		XLSX, XLS, CSV

	}

	private static final Logger log = LoggerFactory.getLogger(Workbook.class);

	public Workbook {
		sheets = List.copyOf(sheets);
	}

	/**
	 * Reads a file.
	 * @throws RuleViolation saying what is wrong with it and what to do, whatever the
	 * file
	 */
	public static Workbook read(byte[] file) {
		return read(file, Limits.STANDARD);
	}

	static Workbook read(byte[] file, Limits limits) {
		if (file.length == 0) {
			throw new RuleViolation("workbook.empty");
		}
		if (file.length > limits.bytes()) {
			throw new RuleViolation("workbook.large", String.valueOf(limits.bytes() >> 20));
		}
		var workbook = parsed(file, limits);
		if (workbook.sheets.stream().allMatch(Sheet::isBlank)) {
			throw new RuleViolation("workbook.blank");
		}
		return workbook;
	}

	private static Workbook parsed(byte[] file, Limits limits) {
		try {
			if (begins(file, 'P', 'K')) {
				return new Workbook(Format.XLSX, new XlsxReader(file, limits).read());
			}
			if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
				return new Workbook(Format.XLS, new XlsReader(file, limits).read());
			}
			refusePictures(file);
			refuseMarkup(file);
			return new Workbook(Format.CSV, new CsvReader(file, limits).read());
		}
		catch (RuleViolation ex) {
			throw ex;
		}
		// The parsers meet files made by anybody: whatever they stumble over, the file is
		// the reason.
		catch (IOException | RuntimeException ex) {
			log.info("A file could not be read as a spreadsheet: {}", ex.toString());
			throw new RuleViolation("workbook.damaged");
		}
	}

	private static boolean begins(byte[] file, int... magic) {
		for (var i = 0; i < magic.length; i++) {
			if (file.length <= i || (file[i] & 0xFF) != magic[i]) {
				return false;
			}
		}
		return true;
	}

	/** JPEG, PNG, GIF, BMP, TIFF, WebP: a photograph of a table holds no cells. */
	private static void refusePictures(byte[] file) {
		if (begins(file, 0xFF, 0xD8, 0xFF) || begins(file, 0x89, 'P', 'N', 'G') || begins(file, 'G', 'I', 'F', '8')
				|| begins(file, 'I', 'I', '*', 0) || begins(file, 'M', 'M', 0, '*')
				|| begins(file, 'R', 'I', 'F', 'F')) {
			throw new RuleViolation("workbook.picture");
		}
	}

	/** Web pages and XML that other systems name .xls. */
	private static void refuseMarkup(byte[] file) {
		var start = new String(Arrays.copyOf(file, Math.min(file.length, 2000)), StandardCharsets.UTF_8);
		var text = start.replaceAll("[\\uFEFF\\u0000\\uFFFD]", "").stripLeading().toLowerCase(Locale.ROOT);
		if (text.startsWith("<")) {
			throw new RuleViolation(
					(text.contains("<html") || text.contains("<table") || text.contains("<!doctype html"))
							? "workbook.html" : "workbook.xml");
		}
		if (text.startsWith("mime-version:")) {
			throw new RuleViolation("workbook.html");
		}
		if (text.startsWith("%pdf") || text.startsWith("{\\rtf") || text.startsWith("rar!") || text.startsWith("7z")) {
			throw new RuleViolation("workbook.unknown");
		}
	}

}
