package org.nuanyang.audit;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --verify-audit}: recomputes the chain, says what it found, and ends: 0 intact, 1
 * broken.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VerifyCommand implements ApplicationRunner {

	private final AuditChain chain;

	private final ConfigurableApplicationContext context;

	VerifyCommand(AuditChain chain, ConfigurableApplicationContext context) {
		this.chain = chain;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!arguments.containsOption("verify-audit")) {
			return;
		}
		while (this.chain.seal() > 0) {
			// Everything written so far is sealed before it is checked.
		}
		var verdict = this.chain.verify();
		System.out.printf("audit trail %s: %d sealed, %d not yet sealed, head %s%s%n",
				verdict.intact() ? "intact" : "BROKEN", verdict.sealed(), verdict.unsealed(), verdict.head(),
				verdict.intact() ? "" : ", first broken entry " + verdict.brokenAt());
		ExitCodeGenerator code = () -> verdict.intact() ? 0 : 1;
		System.exit(SpringApplication.exit(this.context, code));
	}

}
