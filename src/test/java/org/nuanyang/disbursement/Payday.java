package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.nuanyang.award.AwardService;
import org.nuanyang.filing.FilingAnswers;
import org.nuanyang.filing.FilingService;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.notice.Published;
import org.nuanyang.payee.PayeeEntry;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A school on the day when its awards can be paid: awards, accounts, and money in the
 * fund.
 */
@TestComponent
public class Payday {

	static final SchoolYear YEAR = new SchoolYear(2026);

	public static final LocalDate DAY = LocalDate.of(2026, 10, 26);

	private static final AtomicLong CARDS = new AtomicLong(1000);

	private final Cast cast;

	private final Cases cases;

	private final Pupils pupils;

	private final Published published;

	private final FilingService filings;

	private final FilingAnswers answers;

	private final AwardService awards;

	private final PayeeService payees;

	private final FundService funds;

	private final ProgrammeService programmes;

	private final BatchService batches;

	private final BatchPages pages;

	private final PaymentListService lists;

	private final BankFileService files;

	private final BankReturnService returns;

	private final BankRepository bank;

	private final MutableClock clock;

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	Payday(Cast cast, Cases cases, Pupils pupils, Published published, FilingService filings, FilingAnswers answers,
			AwardService awards, PayeeService payees, FundService funds, ProgrammeService programmes,
			BatchService batches, BatchPages pages, PaymentListService lists, BankFileService files,
			BankReturnService returns, BankRepository bank, MutableClock clock, JdbcClient jdbc,
			TransactionTemplate transactions) {
		this.cast = cast;
		this.cases = cases;
		this.pupils = pupils;
		this.published = published;
		this.filings = filings;
		this.answers = answers;
		this.awards = awards;
		this.payees = payees;
		this.funds = funds;
		this.programmes = programmes;
		this.batches = batches;
		this.pages = pages;
		this.lists = lists;
		this.files = files;
		this.returns = returns;
		this.bank = bank;
		this.clock = clock;
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Tier ONE for the first pupil, TWO for the others; everybody has an account in
	 * force.
	 */
	public Ready school(String money, String... names) {
		var school = this.cast.school();
		this.clock.reset();
		var five = this.pupils.classOf(school, 5, 2, school.headTeacher());
		var enrolments = List.of(names).stream().map((name) -> this.pupils.enrol(school, five, name)).toList();
		var round = this.cases.round(school);
		for (var n = 0; n < enrolments.size(); n++) {
			this.cases.passed(school, round, (n == 0) ? Tier.ONE : Tier.TWO, enrolments.get(n), five.id());
		}
		this.published.notice(school, round, LocalDate.of(2026, 10, 19));
		this.clock.set(DAY);
		var filing = school.officer().scope().call(() -> this.filings.send(school.officer(), round, names.length));
		school.county().scope().run(() -> this.answers.accept(school.county(), filing));
		school.officer().scope().run(() -> this.awards.grant(school.officer(), filing));
		for (var n = 0; n < enrolments.size(); n++) {
			account(school, enrolments.get(n), names[n]);
		}
		var fund = school.finance().scope().call(() -> {
			var id = this.funds.open(school.finance(), "县级财政专项", FundSource.COUNTY, programme(), YEAR);
			this.funds.receive(school.finance(), id, "县财教1号", DAY, Yuan.of(money), "县财政局");
			return id;
		});
		return new Ready(school, fund, enrolments);
	}

	/**
	 * As many pupils with award and account as asked for, copied from the first one where
	 * they lie: a long list is not entered pupil by pupil.
	 */
	Ready many(int pupils) {
		var ready = school("99999999", "林例一");
		TestDatabase.asOwner(MULTIPLY.formatted(ready.pupils().getFirst(), pupils - 1));
		return ready;
	}

	private static final String MULTIPLY = """
			create temporary table copy on commit drop as
				select n, nextval('id_seq') as person, nextval('id_seq') as enrolment, nextval('id_seq') as award, e.id as of
				from enrolment e, generate_series(1, %2$d) n where e.id = %1$d;
			insert into person select (jsonb_populate_record(p, jsonb_build_object('id', c.person, 'name', p.name || c.n,
					'id_fingerprint', null, 'id_number', null))).*
				from copy c join enrolment e on e.id = c.of join person p on p.id = e.person_id;
			insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', c.enrolment, 'person_id', c.person,
					'registry_fingerprint', null, 'registry_number', null, 'registry_tail', null))).*
				from copy c join enrolment e on e.id = c.of;
			insert into award select (jsonb_populate_record(a, jsonb_build_object('id', c.award, 'person_id', c.person,
					'enrolment_id', c.enrolment))).*
				from copy c join award a on a.enrolment_id = c.of;
			insert into award_term select c.award, t.school_id, t.term, t.amount, t.tier
				from copy c join award a on a.enrolment_id = c.of join award_term t on t.award_id = a.id;
			insert into payee select (jsonb_populate_record(y, jsonb_build_object('id', nextval('id_seq'),
					'enrolment_id', c.enrolment))).*
				from copy c join payee y on y.enrolment_id = c.of;
			analyze person, enrolment, award, award_term, payee;
			""";

	BatchService batches() {
		return this.batches;
	}

	long programme() {
		return this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
	}

	/** A new account in force, replacing the former. */
	public void account(TestSchool school, long enrolment, String holder) {
		account(school, enrolment, holder, "测试银行北湾支行");
	}

	void account(TestSchool school, long enrolment, String holder, String bankName) {
		var own = this.pupils.name(school, enrolment).equals(holder);
		var entry = new PayeeEntry(holder, own ? PayeeRelation.SELF : PayeeRelation.OTHER, bankName, card(), "社保卡照片",
				own ? null : "委托书");
		var id = school.officer().scope().call(() -> this.payees.enter(school.officer(), enrolment, entry));
		school.finance().scope().run(() -> this.payees.confirm(school.finance(), id, true));
	}

	private static BankAccount card() {
		var digits = "62100000000" + CARDS.incrementAndGet();
		for (var check = 0; check < 10; check++) {
			var card = new BankAccount(digits + check);
			if (card.luhnValid()) {
				return card;
			}
		}
		throw new IllegalStateException();
	}

	long prepared(Ready ready) {
		return as(ready.school().officer(),
				() -> this.lists.prepare(ready.school().officer(), ready.fund(), Term.AUTUMN, UUID.randomUUID()));
	}

	long approved(Ready ready) {
		return approve(ready, prepared(ready));
	}

	long approve(Ready ready, long batch) {
		as(ready.school().finance(), () -> this.batches.check(ready.school().finance(), batch, "抽查一致"));
		as(ready.school().principal(), () -> this.batches.approve(ready.school().principal(), batch, null));
		return batch;
	}

	public long locked(Ready ready) {
		return lock(ready, approved(ready));
	}

	long lock(Ready ready, long batch) {
		as(ready.school().finance(), () -> this.batches.lock(ready.school().finance(), batch));
		return batch;
	}

	long issued(Ready ready, String format) {
		return issue(ready, locked(ready), format);
	}

	long issue(Ready ready, long batch, String format) {
		var total = view(ready, batch).total();
		as(ready.school().finance(), () -> this.files.issue(ready.school().finance(), batch, format, total));
		return batch;
	}

	BankReturnService.Taken take(Ready ready, long batch, String name, byte[] content) {
		return as(ready.school().finance(), () -> this.returns.take(ready.school().finance(), batch, name, content));
	}

	/** A batch that the bank paid to everybody. */
	public long paid(Ready ready) {
		var batch = issued(ready, "GBK_PIPE");
		take(ready, batch, "1.txt", answer(ready, batch, Map.of()));
		return batch;
	}

	/** A batch of which the bank could not pay one pupil. */
	public long failed(Ready ready, String name) {
		var batch = issued(ready, "GBK_PIPE");
		take(ready, batch, "1.txt", answer(ready, batch, Map.of(name, "1006")));
		return batch;
	}

	/** A batch that waits to be checked. */
	public long preparedOnly(Ready ready) {
		return prepared(ready);
	}

	BatchView view(Ready ready, long batch) {
		return as(ready.school().finance(), () -> this.batches.batch(ready.school().finance(), batch));
	}

	List<PaymentRow> rows(Ready ready, long batch) {
		return rows(ready, batch, RowFilter.ALL);
	}

	List<PaymentRow> rows(Ready ready, long batch, RowFilter filter) {
		return as(ready.school().finance(), () -> this.pages.rows(ready.school().finance(), batch, filter, 1).rows());
	}

	List<LeftOut> leftOut(Ready ready, long batch) {
		return as(ready.school().finance(), () -> this.pages.leftOut(ready.school().finance(), batch, 1).rows());
	}

	List<ProblemRow> problems(Ready ready, long batch) {
		return as(ready.school().finance(), () -> this.pages.problems(ready.school().finance(), batch, 1).rows());
	}

	/** The bytes that the bank got. */
	byte[] sent(Ready ready, long batch) {
		var file = view(ready, batch).files().getFirst().id();
		return as(ready.school().finance(), () -> this.transactions.execute((tx) -> this.bank.content(batch, file)));
	}

	/**
	 * What a bank would return for its text file: code 0000 for everybody but those
	 * named.
	 */
	byte[] answer(Ready ready, long batch, Map<String, String> codes) {
		var view = view(ready, batch);
		var names = rows(ready, batch).stream().collect(Collectors.toMap(PaymentRow::rowKey, PaymentRow::name));
		return new String(sent(ready, batch), Charset.forName("GBK")).lines().skip(1).map((line) -> {
			var cells = line.split("\\|");
			var code = codes.getOrDefault(names.get(cells[0]), "0000");
			return String.join("|", view.number(), cells[0], cells[4], code, code.equals("0000") ? "成功" : "银行退回",
					"20261026");
		}).collect(Collectors.joining("\r\n")).getBytes(Charset.forName("GBK"));
	}

	<T> T as(Actor actor, java.util.function.Supplier<T> work) {
		return actor.scope().call(work);
	}

	void as(Actor actor, Runnable work) {
		actor.scope().run(work);
	}

	/** Runs SQL as the app's own role in the scope of the school. */
	public <T> T sql(TestSchool school, java.util.function.Function<JdbcClient, T> work) {
		return school.finance().scope().call(() -> this.transactions.execute((tx) -> work.apply(this.jdbc)));
	}

	long recorded(TestSchool school, String action) {
		return sql(school,
				(db) -> db.sql("select count(*) from audit_entry where school_id = ? and action = ?")
					.params(school.schoolId(), action)
					.query((row, n) -> row.getLong(1))
					.single());
	}

	/** A school with awards, accounts and money. */
	public record Ready(TestSchool school, long fund, List<Long> pupils) {

	}

}
