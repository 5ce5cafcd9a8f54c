package org.nuanyang.fund;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where ledger lines lead to, by the links that upper features bring. */
@Component
class LedgerLinks {

	private final ObjectProvider<LedgerLink> links;

	LedgerLinks(ObjectProvider<LedgerLink> links) {
		this.links = links;
	}

	/** The page of each line that has one, by entry. */
	Map<Long, String> paths(Collection<LedgerLine> lines) {
		var byType = this.links.stream().collect(Collectors.toMap(LedgerLink::sourceType, Function.identity()));
		return lines.stream()
			.filter((line) -> byType.containsKey(line.sourceType()))
			.collect(Collectors.toMap(LedgerLine::entryId,
					(line) -> path(Objects.requireNonNull(byType.get(line.sourceType())), line)));
	}

	private static String path(LedgerLink link, LedgerLine line) {
		var part = line.partId();
		return (part != null) ? link.path(line.sourceId(), part) : link.path(line.sourceId());
	}

}
