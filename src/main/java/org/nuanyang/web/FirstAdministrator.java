package org.nuanyang.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.user.UserService;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first account of an installation without accounts: an administrator whose
 * one-time password is printed once and must be changed.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty("nuanyang.first-administrator")
class FirstAdministrator implements ApplicationRunner {

	private final UserService users;

	private final OrgService orgs;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final StartBlock block;

	FirstAdministrator(UserService users, OrgService orgs, JdbcClient jdbc, TransactionTemplate transaction,
			StartBlock block) {
		this.users = users;
		this.orgs = orgs;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.block = block;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Objects.requireNonNull(this.transaction.execute((status) -> make()))
			.ifPresent((made) -> this.block.say("管理员 administrator: " + made.username() + "   一次性密码 one-time password: "
					+ made.oneTimePassword() + "   (只显示一次,首次登录须修改 · shown once, to be changed)"));
	}

	private Optional<UserService.NewAccount> make() {
		// Two nodes may make their first start at once: the later one waits and finds
		// the account.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('first-administrator'))").query((row) -> {
		});
		if (this.jdbc.sql("select 1 from app_user limit 1").query((row, number) -> true).optional().isPresent()) {
			return Optional.empty();
		}
		return Optional.of(this.users.create(Optional.empty(), "admin", "系统管理员", this.orgs.place(null, null, null),
				Set.of(Role.ADMIN)));
	}

}
