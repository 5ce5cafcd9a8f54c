package org.nuanyang.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database once for everything that waits for somebody. */
@Component
class WaitingCounts {

	private final JdbcClient jdbc;

	WaitingCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The answers, in the order of the questions. */
	@Transactional(readOnly = true)
	public List<Long> of(List<Waiting> questions) {
		var asked = questions.stream().filter((question) -> !question.isNothing()).toList();
		if (asked.isEmpty()) {
			return questions.stream().map((question) -> 0L).toList();
		}
		var answers = this.jdbc
			.sql(asked.stream()
				.map((question) -> "(" + question.sql() + ")")
				.collect(Collectors.joining(", ", "select ", "")))
			.params(parameters(asked))
			.query((row, number) -> numbers(row, asked.size()))
			.single()
			.iterator();
		return questions.stream().map((question) -> question.isNothing() ? 0L : answers.next()).toList();
	}

	private static HashMap<String, Object> parameters(Collection<Waiting> questions) {
		var all = new HashMap<String, Object>();
		for (var question : questions) {
			question.parameters().forEach((name, value) -> {
				var other = all.putIfAbsent(name, value);
				if (other != null && !other.equals(value)) {
					throw new IllegalStateException("two features give :" + name + " different values");
				}
			});
		}
		return all;
	}

	private static List<Long> numbers(ResultSet row, int count) throws SQLException {
		var numbers = new ArrayList<Long>();
		for (int column = 1; column <= count; column++) {
			numbers.add(row.getLong(column));
		}
		return numbers;
	}

}
