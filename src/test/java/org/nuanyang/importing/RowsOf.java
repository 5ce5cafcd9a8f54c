package org.nuanyang.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import org.nuanyang.kernel.Actor;

/** What a dry run says of each row, for tests of importers. */
@Component
public class RowsOf {

	private final ImportService imports;

	RowsOf(ImportService imports) {
		this.imports = imports;
	}

	/**
	 * @param findings field and message key, as in name:kernel.name.missing
	 * @param places the same with severity and column, as in ERROR name@2
	 * kernel.name.missing
	 */
	public record Outcome(String bucket, Plan plan, List<String> findings, List<String> places) {

	}

	/** By sheet row; those missing from the file are left out. */
	public Map<Integer, Outcome> outcomes(Actor actor, long id) {
		var outcomes = new TreeMap<Integer, Outcome>();
		actor.scope().run(() -> List.of("OK", "CONFIRM", "ERROR").forEach((bucket) -> {
			for (var row : this.imports.rows(actor, id, bucket, null, 1, 100_000).rows()) {
				outcomes.put(row.number(), new Outcome(bucket.toLowerCase(Locale.ROOT), row.plan(),
						row.findings().stream().map((finding) -> finding.field() + ":" + finding.key()).toList(),
						row.findings().stream().map(RowsOf::place).toList()));
			}
		}));
		return outcomes;
	}

	private static String place(Finding finding) {
		return finding.severity() + " " + finding.field() + "@" + finding.column() + " " + finding.key();
	}

}
