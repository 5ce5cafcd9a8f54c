package org.nuanyang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pages of one school, and of the county, as other schools join. */
final class BenchmarkPages {

	private static final int CLASSES = 8;

	private static final int PUPILS = 42;

	private static final int PER_SCHOOL = 6 * CLASSES * PUPILS;

	private final BenchmarkCounty county;

	BenchmarkPages(BenchmarkCounty county) {
		this.county = county;
	}

	void run(List<Integer> sizes) {
		var begun = System.nanoTime();
		var board = board(school(1));
		var schools = 1;
		for (var size : sizes) {
			for (; schools * PER_SCHOOL < size - PER_SCHOOL / 2; schools++) {
				school(schools + 1);
			}
			this.county.table().said("");
			this.county.table()
				.said(String.format(Locale.ROOT, "made ready in %.1f s", (System.nanoTime() - begun) / 1e9));
			measure(schools * PER_SCHOOL, board);
			begun = System.nanoTime();
		}
	}

	private BenchmarkCounty.Filled school(int number) {
		return this.county.filled(String.valueOf(number), CLASSES, PUPILS);
	}

	/** What the pages show, by id. */
	private record Board(long meeting, long application, long notice, long pupil) {

	}

	/** A notice that stands today, and 300 cases that wait for the committee. */
	private Board board(BenchmarkCounty.Filled first) {
		// A notice stands for five working days, of which two are over.
		var round = this.county.round(first, 2);
		var intake = new DemoIntake(round);
		var decisions = new DemoDecisions(round);
		var published = new ArrayList<Long>();
		first.classes().subList(0, 4).forEach((one) -> published.addAll(intake.apply(one.id(), 0, 5)));
		DemoYear.appraised(intake, decisions, published);
		decisions.decide();
		var notice = decisions.publish();
		var cases = new ArrayList<Long>();
		first.classes().forEach((one) -> cases.addAll(intake.apply(one.id(), 10, 7)));
		DemoYear.appraised(intake, decisions, cases.subList(0, 300));
		return new Board(decisions.meet().id(), cases.getFirst(), notice,
				round.cases(cases.subList(0, 1)).getFirst().enrolmentId());
	}

	private void measure(int pupils, Board board) {
		var table = this.county.table();
		table.pupils(pupils);
		try (var stranger = this.county.browser();
				var officer = this.county.browser().signedIn("officerb1");
				var county = this.county.browser().signedIn(BenchmarkCounty.OFFICE)) {
			table.limit("sign-in page", () -> stranger.get("/login"));
			table.page("workbench", () -> officer.get("/"));
			table.page("pupil list, first page", () -> officer.get("/students"));
			table.page("pupil list, one grade", () -> officer.get("/students?grade=5"));
			table.page("pupil list, searched by pinyin", () -> officer.get("/students?q=shen"));
			table.page("pupil file", () -> officer.get("/students/" + board.pupil()));
			table.page("case page", () -> officer.get("/applications/" + board.application()));
			table.page("committee board, 300 cases", () -> officer.get("/meetings/" + board.meeting()));
			table.page("public notice", () -> stranger.get("/public/notices/" + board.notice()));
			table.page("county: workbench", () -> county.get("/"));
			table.page("county: pupil list, first page", () -> county.get("/students"));
			table.page("county: searched by pinyin", () -> county.get("/students?q=shen"));
		}
	}

}
