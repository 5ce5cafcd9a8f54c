package org.nuanyang.filing;

import org.nuanyang.kernel.Actor;
import java.util.stream.Collectors;
import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Filings in the side menu, with how many of them wait for the reader. */
@Configuration(proxyBeanMethods = false)
class FilingMenu {

	@Bean
	MenuEntry filingEntry() {
		return new MenuEntry("aid", 125, "filing.menu", "file-certificate", "/filings",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR), FilingMenu::waiting);
	}

	/**
	 * The filings to which nobody of the centre has given the answer that the actor may
	 * give.
	 */
	private static Waiting waiting(Actor actor) {
		return (FilingAction.ACCEPT.roles().stream().noneMatch(actor::is) || actor.scope().answer().isEmpty())
				? Waiting.NOTHING
				: new Waiting("""
						select count(*) from filing f
						where not exists (select from filing_answer a where a.filing_id = f.id)
							and f.school_id = any (cast(:answer as bigint[]))""",
						Map.of("answer",
								actor.scope()
									.answer()
									.stream()
									.map(String::valueOf)
									.collect(Collectors.joining(",", "{", "}"))));
	}

}
