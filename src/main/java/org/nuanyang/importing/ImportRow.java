package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.SheetRow;

/**
 * One row of the file, read by field, and what is found in it.
 *
 * @param <R> what the importer makes of it
 */
public final class ImportRow<R> {

	/** What people write for nothing. */
	private static final Set<String> NOTHING = Set.of("无", "没有", "暂无", "不详", "未知", "-", "--", "—", "——", "/", "\\", "0",
			"null", "n/a", "none", "空");

	private final int number;

	private final String sheet;

	private final SheetRow row;

	private final Map<String, Integer> columns;

	private final Map<String, String> given;

	private final Map<String, ImportField> fields;

	private final Layout layout;

	private final List<Finding> findings = new ArrayList<>();

	private final Map<String, String> texts = new HashMap<>();

	private @Nullable R value;

	private Plan plan = Plan.NEW;

	private String label = "";

	private List<Difference> changes = List.of();

	/**
	 * @param given what is said of the row by its sheet, or by a line above it
	 * @param number unlike that of any other row of the import
	 * @param sheet where several are imported together, else empty
	 */
	ImportRow(int number, String sheet, SheetRow row, Layout layout, Map<String, String> given,
			Map<String, ImportField> fields) {
		this.number = number;
		this.sheet = sheet;
		this.row = row;
		this.layout = layout;
		this.columns = layout.columnOfField();
		this.given = given;
		this.fields = fields;
	}

	int number() {
		return this.number;
	}

	String sheet() {
		return this.sheet;
	}

	/** As the spreadsheet numbers it. */
	public int line() {
		return this.row.number();
	}

	/** The same for messages, with the sheet's name before it where there are several. */
	public String place() {
		return (this.sheet.isEmpty()) ? String.valueOf(this.row.number()) : this.sheet + " · " + this.row.number();
	}

	/** Whether the file says anything of the field at all. */
	public boolean has(String field) {
		return this.columns.containsKey(field) || this.given.containsKey(field);
	}

	/** What stands over the column of the field, empty if it has none. */
	public String heading(String field) {
		return this.layout.columns()
			.stream()
			.filter((column) -> field.equals(column.field()))
			.findFirst()
			.map((column) -> ImportField.plain(column.heading()))
			.orElse("");
	}

	public Cell cell(String field) {
		var column = this.columns.get(field);
		var cell = (column != null) ? this.row.cell(column) : Cell.EMPTY;
		return (cell.isEmpty() && this.given.containsKey(field)) ? Cell.text(this.given.get(field)) : cell;
	}

	/** Whether only the sheet as a whole says it, not the row. */
	public boolean isGiven(String field) {
		var column = this.columns.get(field);
		return this.given.containsKey(field) && (column == null || this.row.cell(column).isEmpty());
	}

	/** The text without outer spaces; as written otherwise. */
	public String written(String field) {
		return Plain.trimmed(cell(field).text());
	}

	/** The text, half-width, empty also for 无, — and the like. */
	public String text(String field) {
		return this.texts.computeIfAbsent(field, (key) -> {
			var text = Plain.text(cell(key).text());
			return (NOTHING.contains(text.toLowerCase(Locale.ROOT))) ? "" : text;
		});
	}

	public boolean isEmpty(String field) {
		return text(field).isEmpty();
	}

	/** Put right on reading; the person should know. */
	public void note(String field, String key, Object... arguments) {
		find(Severity.OK, field, key, arguments);
	}

	/** To be imported only if a person says so. */
	public void doubt(String field, String key, Object... arguments) {
		find(Severity.CONFIRM, field, key, arguments);
	}

	/** Cannot be imported. */
	public void reject(String field, String key, Object... arguments) {
		find(Severity.ERROR, field, key, arguments);
	}

	/** A value refused itself. */
	public void reject(String field, RuleViolation violation) {
		find(Severity.ERROR, field, violation.key(), violation.arguments());
	}

	private void find(Severity severity, String field, String key, Object... arguments) {
		var texts = Arrays.stream(arguments).map(String::valueOf).toList();
		this.findings.add(new Finding(severity, field, this.columns.getOrDefault(field, -1), shown(field), key, texts));
	}

	private String shown(String field) {
		var known = this.fields.get(field);
		var text = Plain.trimmed(cell(field).text());
		return (known != null && known.sensitive()) ? Plain.masked(text) : text;
	}

	/** Whether a field has already been found wrong. */
	public boolean isRejected(String field) {
		return this.findings.stream()
			.anyMatch((finding) -> finding.severity() == Severity.ERROR && finding.field().equals(field));
	}

	public boolean isRejected() {
		return severity() == Severity.ERROR;
	}

	Severity severity() {
		return this.findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.OK);
	}

	List<Finding> findings() {
		return this.findings;
	}

	/** How people know the row: a name. */
	public void label(String text) {
		this.label = text;
	}

	String label() {
		return this.label;
	}

	void value(@Nullable R read) {
		this.value = read;
	}

	/** What the importer read; there is always one unless the row is rejected. */
	public @Nullable R value() {
		return this.value;
	}

	/** Known already, with nothing different. */
	public void isSame() {
		this.plan = Plan.SAME;
		this.changes = List.of();
	}

	/** Known already; these fields differ. */
	public void isChanged(List<String> fieldKeys) {
		differs(fieldKeys.stream().map(Difference::in).toList());
	}

	/** Known already; in these fields, from what to what. */
	public void differs(List<Difference> differences) {
		this.plan = Plan.CHANGED;
		this.changes = List.copyOf(differences);
	}

	public Plan plan() {
		return this.plan;
	}

	List<Difference> changes() {
		return this.changes;
	}

}
