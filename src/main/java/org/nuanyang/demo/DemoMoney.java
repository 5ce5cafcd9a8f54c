package org.nuanyang.demo;

import java.nio.charset.Charset;
import java.util.UUID;
import java.util.stream.Collectors;

import org.nuanyang.disbursement.FilePurpose;
import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;

/**
 * Pays the awards of a demo round: fund, batch, bank file, and the answer of an invented
 * bank.
 */
class DemoMoney {

	private final DemoServices services;

	private final DemoRound round;

	private final DemoStaff.School school;

	private final long fundId;

	/** Opens the fund of the round's year and books the money that came in. */
	DemoMoney(DemoServices services, DemoRound round, Yuan received) {
		this.services = services;
		this.round = round;
		this.school = round.school();
		var finance = this.school.finance();
		var programme = services.programmes().programme(ProgrammeService.TIERED_GRANT).id();
		this.fundId = round.as(finance, () -> {
			var fund = services.funds()
				.open(finance, round.year().label() + "学年分级助学金专户", FundSource.COUNTY, programme, round.year());
			services.funds()
				.receive(finance, fund, "示例财教〔" + round.year().firstYear() + "〕8号", round.now().toLocalDate(), received,
						"示例县财政局");
			return fund;
		});
	}

	/** Prepares the list of a term; it waits for the finance officer. */
	long prepare(Term term) {
		var officer = this.school.officer();
		var key = UUID.nameUUIDFromBytes(("batch" + this.fundId + term).getBytes());
		return this.round.as(officer, () -> this.services.lists().prepare(officer, this.fundId, term, key));
	}

	/** Takes a prepared list through check, approval, bank and ledger. */
	void pay(long batch) {
		var finance = this.school.finance();
		var principal = this.school.principal();
		this.round.as(finance, () -> this.services.batches().check(finance, batch, null));
		this.round.as(principal, () -> this.services.batches().approve(principal, batch, null));
		this.round.as(finance, () -> this.services.batches().lock(finance, batch));
		this.round.as(finance, () -> {
			var total = this.services.batches().batch(finance, batch).total();
			this.services.bankFiles().issue(finance, batch, "GBK_PIPE", total);
		});
		this.round.later(2).as(finance, () -> {
			this.services.bankReturns().take(finance, batch, "回盘.txt", answer(finance, batch));
			this.services.batches().close(finance, batch);
		});
	}

	/** What a bank answers that pays every line. */
	byte[] answer(Actor finance, long batch) {
		var view = this.services.batches().batch(finance, batch);
		var file = this.services.bankFiles()
			.download(finance, batch, view.files().getFirst().id(), FilePurpose.TO_BANK);
		var charset = Charset.forName("GBK");
		return new String(file.content(), charset).lines()
			.skip(1)
			.map((line) -> line.split("\\|"))
			.map((row) -> "%s|%s|%s|0000|交易成功|".formatted(view.number(), row[0], row[4]))
			.collect(Collectors.joining("\r\n"))
			.getBytes(charset);
	}

}
