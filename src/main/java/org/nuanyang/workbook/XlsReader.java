package org.nuanyang.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.RuleViolation;

/** Reads the binary format of Excel 97 to 2003 record by record. */
class XlsReader implements HSSFListener {

	private final byte[] file;

	private final Limits limits;

	private final SheetBuilder builder;

	private final List<BoundSheetRecord> sheets = new ArrayList<>();

	private final List<Integer> formatOfStyle = new ArrayList<>();

	private final HashMap<Integer, String> formats = new HashMap<>();

	private final DateStyles styles = new DateStyles(this.formatOfStyle, this.formats);

	private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();

	private final Set<Integer> hiddenRows = new HashSet<>();

	private @Nullable SSTRecord strings;

	private @Nullable FormulaRecord awaitingText;

	private boolean since1904;

	private int sheet = -1;

	private int cells;

	private boolean inWorksheet;

	XlsReader(byte[] file, Limits limits) {
		this.file = file;
		this.limits = limits;
		this.builder = new SheetBuilder(limits);
	}

	List<Sheet> read() throws IOException {
		try (var container = new POIFSFileSystem(new ByteArrayInputStream(this.file))) {
			var root = container.getRoot();
			if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
				throw new RuleViolation("workbook.encrypted");
			}
			if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
				throw new RuleViolation("workbook.unknown");
			}
			var request = new HSSFRequest();
			request.addListenerForAllRecords(this);
			new HSSFEventFactory().processWorkbookEvents(request, container);
		}
		catch (EncryptedDocumentException ex) {
			throw new RuleViolation("workbook.encrypted");
		}
		return this.builder.sheets();
	}

	@Override
	public void processRecord(Record found) {
		switch (found) {
			case BoundSheetRecord bound -> this.sheets.add(bound);
			case SSTRecord table -> this.strings = table;
			case DateWindow1904Record window -> this.since1904 = window.getWindowing() == 1;
			case FormatRecord format -> this.formats.put(format.getIndexCode(), format.getFormatString());
			case ExtendedFormatRecord style -> this.formatOfStyle.add((int) style.getFormatIndex());
			case BOFRecord begin -> begin(begin);
			case RowRecord row when row.getZeroHeight() -> this.hiddenRows.add(row.getRowNumber());
			case LabelSSTRecord label -> put(label, shared(label.getSSTIndex()));
			case LabelRecord label -> put(label, Cell.text(label.getValue()));
			case NumberRecord number -> put(number, numeric(number.getValue(), number.getXFIndex()));
			case RKRecord number -> put(number, numeric(number.getRKNumber(), number.getXFIndex()));
			case BoolErrRecord value -> put(value,
					(value.isBoolean()) ? new Cell(Cell.Kind.BOOLEAN, value.getBooleanValue() ? "TRUE" : "FALSE", false)
							: new Cell(Cell.Kind.ERROR, "#" + value.getErrorValue(), false));
			case FormulaRecord formula -> formula(formula);
			case StringRecord text -> formulaText(text);
			case MergeCellsRecord merged -> merge(merged);
			case EOFRecord end -> end();
			default -> {
			}
		}
	}

	private void begin(BOFRecord begin) {
		this.inWorksheet = begin.getType() == BOFRecord.TYPE_WORKSHEET;
		if (begin.getType() == BOFRecord.TYPE_WORKSHEET || begin.getType() == BOFRecord.TYPE_CHART) {
			this.sheet++;
		}
		if (this.inWorksheet) {
			var bound = (this.sheet < this.sheets.size()) ? this.sheets.get(this.sheet) : null;
			this.builder.beginSheet((bound != null) ? bound.getSheetname() : "",
					bound != null && (bound.isHidden() || bound.isVeryHidden()));
		}
	}

	private Cell shared(int index) {
		return (this.strings != null && index < this.strings.getNumUniqueStrings())
				? Cell.text(this.strings.getString(index).getString()) : Cell.EMPTY;
	}

	private Cell numeric(double value, int style) {
		return (this.styles.isDate(style)) ? Cell.date(value, this.since1904)
				: Cell.number(value, String.valueOf(value));
	}

	/**
	 * Records of one row need not stand together, so rows are sorted at the end of the
	 * sheet.
	 */
	private void put(CellValueRecordInterface place, Cell cell) {
		if (cell.isEmpty()) {
			return;
		}
		if (++this.cells > this.limits.cells()) {
			throw new RuleViolation("workbook.cells");
		}
		this.rows.computeIfAbsent(place.getRow(), (row) -> new TreeMap<>()).put((int) place.getColumn(), cell);
	}

	private void formula(FormulaRecord formula) {
		if (formula.hasCachedResultString()) {
			this.awaitingText = formula;
			put(formula, Cell.EMPTY.asFormula());
			return;
		}
		var type = CellType.forInt(formula.getCachedResultType());
		put(formula, ((type == CellType.NUMERIC) ? numeric(formula.getValue(), formula.getXFIndex())
				: new Cell(Cell.Kind.ERROR, "", false))
			.asFormula());
	}

	private void formulaText(StringRecord text) {
		if (this.awaitingText != null) {
			put(this.awaitingText, Cell.text(text.getString()).asFormula());
			this.awaitingText = null;
		}
	}

	private void merge(MergeCellsRecord merged) {
		for (var i = 0; i < merged.getNumAreas(); i++) {
			var area = merged.getAreaAt(i);
			this.builder.merge(new Sheet.Merge(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn(),
					area.getLastColumn()));
		}
	}

	private void end() {
		if (!this.inWorksheet) {
			return;
		}
		this.rows.forEach((number, row) -> {
			row.forEach(this.builder::cell);
			this.builder.endRow(number + 1, this.hiddenRows.contains(number));
		});
		this.builder.endSheet();
		this.rows.clear();
		this.hiddenRows.clear();
		this.inWorksheet = false;
	}

}
