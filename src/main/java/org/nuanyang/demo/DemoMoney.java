package org.nuanyang.demo;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nuanyang.attachment.AttachmentOwner;
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

	/**
	 * Sets the budget of the round's year, opens its fund and books the money that came
	 * in, with the document under which it came.
	 */
	DemoMoney(DemoServices services, DemoRound round, Yuan received) {
		this.services = services;
		this.round = round;
		this.school = round.school();
		var finance = this.school.finance();
		var programme = services.programmes().programme(ProgrammeService.TIERED_GRANT).id();
		round.as(this.school.officer(), () -> services.budgets()
			.set(this.school.officer(), round.year(), programme, received, Map.of(), "校务会议纪要（示例）"));
		round.as(this.school.principal(),
				() -> services.budgets().approve(this.school.principal(), round.year(), programme));
		this.fundId = round.as(finance, () -> {
			var fund = services.funds()
				.open(finance, round.year().label() + "学年分级助学金专户", FundSource.COUNTY, programme, round.year());
			var receipt = services.funds()
				.receive(finance, fund, "示例财教〔" + round.year().firstYear() + "〕8号", round.now().toLocalDate(), received,
						"示例县财政局");
			services.attachments()
				.add(finance, new AttachmentOwner("receipt", receipt), "document", DemoScan.named("下拨文件.pdf"));
			return fund;
		});
	}

	/** Prepares the list of a term; it waits for the finance officer. */
	long prepare(Term term) {
		var officer = this.school.officer();
		var key = UUID.nameUUIDFromBytes(("batch" + this.fundId + term + this.round.today()).getBytes());
		return this.round.as(officer, () -> this.services.lists().prepare(officer, this.fundId, term, key));
	}

	/** Takes a prepared list through check, approval, bank and ledger. */
	void pay(long batch) {
		payBut(batch, 0);
		var finance = this.school.finance();
		this.round.as(finance, () -> this.services.batches().close(finance, batch));
	}

	/**
	 * The same, but the bank knows nothing of the accounts in the last lines.
	 * @param failing how many lines
	 */
	void payBut(long batch, int failing) {
		var finance = this.school.finance();
		var principal = this.school.principal();
		this.round.as(finance, () -> this.services.batches().check(finance, batch, null));
		this.round.as(principal, () -> this.services.batches().approve(principal, batch, null));
		this.round.as(finance, () -> this.services.batches().lock(finance, batch));
		this.round.as(finance, () -> {
			var total = this.services.batches().batch(finance, batch).total();
			this.services.bankFiles().issue(finance, batch, "GBK_PIPE", total);
		});
		this.round.later(2)
			.as(finance,
					() -> this.services.bankReturns().take(finance, batch, "回盘.txt", answer(finance, batch, failing)));
	}

	/** A month that has ended, in which the bank has what the books have. */
	void reconcile(LocalDate month) {
		var finance = this.school.finance();
		this.round.as(finance,
				() -> this.services.statements()
					.enter(finance, this.fundId, month.withDayOfMonth(1),
							this.services.funds().fund(finance, this.fundId).balance().holds()));
	}

	/** What a bank answers that pays every line. */
	byte[] answer(Actor finance, long batch) {
		return answer(finance, batch, 0);
	}

	private byte[] answer(Actor finance, long batch, int failing) {
		var view = this.services.batches().batch(finance, batch);
		var file = this.services.bankFiles()
			.download(finance, batch, view.files().getFirst().id(), FilePurpose.TO_BANK);
		var charset = Charset.forName("GBK");
		var rows = new String(file.content(), charset).lines().skip(1).map((line) -> line.split("\\|")).toList();
		return IntStream.range(0, rows.size())
			.mapToObj((at) -> "%s|%s|%s|%s|".formatted(view.number(), rows.get(at)[0], rows.get(at)[4],
					(at < rows.size() - failing) ? "0000|交易成功" : "1002|户名不符"))
			.collect(Collectors.joining("\r\n"))
			.getBytes(charset);
	}

}
