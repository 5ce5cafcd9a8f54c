package org.nuanyang.database;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Scope;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Hands the scope of the running code to the database at the start of each transaction,
 * where the policies of row-level security read it. The settings end with the
 * transaction, so a pooled connection carries nothing over.
 */
@Component
class ScopeListener implements TransactionExecutionListener {

	private static final String HAND_OVER = """
			select set_config('nuanyang.read', ?, true), set_config('nuanyang.write', ?, true),
				set_config('nuanyang.answer', ?, true)""";

	private final ObjectProvider<JdbcTemplate> jdbc;

	ScopeListener(ObjectProvider<JdbcTemplate> jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure != null) {
			return;
		}
		var scope = Scope.current();
		this.jdbc.getObject().query(HAND_OVER, (row) -> {
		}, array(scope.read()), array(scope.write()), array(scope.answer()));
	}

	private static String array(Set<Long> schools) {
		return schools.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

}
