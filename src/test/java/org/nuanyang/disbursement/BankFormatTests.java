package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.programme.Tier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A bank format is data: what a third one writes and reads needs no code. */
class BankFormatTests {

	private static final BankFormat COMMA_FEN = JsonMapper.builder()
		.build()
		.readValue(
				"""
						{"kind": "TEXT", "encoding": "GB18030", "separator": ",", "unit": "FEN", "rowLimit": 2,
						"fileName": "DF_{batch}_{part}.dat", "header": [{"field": "COUNT", "title": ""}, {"field": "TOTAL", "title": ""}],
						"columns": [{"field": "ACCOUNT", "title": "a"}, {"field": "AMOUNT", "title": "b"},
							{"field": "ROW_KEY", "title": "c"}, {"field": "HOLDER", "title": "d"}],
						"back": {"columns": [{"field": "ROW_KEY", "title": "c"}, {"field": "CODE", "title": "e"},
							{"field": "AMOUNT", "title": "b"}, {"field": "BATCH", "title": "f"}], "codes": {"S": "PAID", "F1": "FROZEN"}}}
						""",
				BankFormat.class);

	@Test
	void writesInPartsOfTheLimitEachWithItsOwnTotal() {
		var rows = IntStream.rangeClosed(1, 5).mapToObj((n) -> row(n, "312.50", "林例一")).toList();
		var files = new BankFileWriter(COMMA_FEN, "FF-1", "x", Payday.DAY).write(rows, accounts(rows));
		assertThat(files).extracting(BankFile::name).containsExactly("DF_FF-1_1.dat", "DF_FF-1_2.dat", "DF_FF-1_3.dat");
		assertThat(files).extracting(BankFile::total).containsExactly(Yuan.of("625"), Yuan.of("625"), Yuan.of("312.5"));
		assertThat(new String(files.get(2).content(), Charset.forName("GB18030")))
			.isEqualTo("1,31250\r\n6210000000000005,31250,000005,林例一\r\n");
		assertThat(files.getFirst().sha256()).hasSize(64).isNotEqualTo(files.get(1).sha256());
	}

	@Test
	void readsTheReturnInItsOwnOrderAndUnit() {
		var lines = new BankReturnReader(COMMA_FEN).text("000001,S,31250,FF-1\n\n000002,F1,31250,FF-1\n".getBytes());
		assertThat(lines).extracting(ReturnLine::lineNo).containsExactly(1, 3);
		assertThat(lines).extracting(ReturnLine::amount).containsOnly(Yuan.of("312.50"));
		assertThat(lines).extracting(ReturnLine::result).containsExactly(BankResult.PAID, BankResult.FROZEN);
	}

	@Test
	void listsWhatTheEncodingLacksAndWhatWouldBreakTheLine() {
		var writer = new BankFileWriter(gbk(), "FF-1", "x", Payday.DAY);
		assertThat(writer.unwritable(List.of(row(1, "1", "王㵘")))).extracting(BankFileWriter.Unwritable::characters)
			.containsExactly("㵘");
		assertThat(writer.unwritable(List.of(row(1, "1", "𬱖|林")))).extracting(BankFileWriter.Unwritable::characters)
			.containsExactly("𬱖 |");
		assertThat(writer.unwritable(List.of(row(1, "1", "阿依·买买提")))).isEmpty();
	}

	private static BankFormat gbk() {
		return new BankFormat(BankFormat.Kind.TEXT, "GBK", "|", BankFormat.Unit.YUAN, 10, "x", List.of(), null, null,
				null, List.of(), new BankFormat.Back(List.of(), Map.of(), null, null, null));
	}

	private static Map<Long, String> accounts(List<PaymentRow> rows) {
		return rows.stream()
			.collect(java.util.stream.Collectors.toMap(PaymentRow::id, (row) -> "621000000000000" + row.id()));
	}

	private static PaymentRow row(int number, String amount, String holder) {
		return new PaymentRow(number, number, "%06d".formatted(number), number, number, "林例一", Sex.MALE, "1000****", 1,
				"五年级(2)班", Tier.ONE, Yuan.of(amount), holder, PayeeRelation.SELF, "测试银行", "6210****", null, null, null,
				null, null);
	}

}
