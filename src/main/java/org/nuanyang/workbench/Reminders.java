package org.nuanyang.workbench;

import java.util.LinkedHashMap;

import org.nuanyang.inbox.InboxService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.user.UserService;
import org.nuanyang.web.WorkItem;

import org.springframework.stereotype.Component;

/**
 * Reminds whoever a line waits for of what stands on their own workbench: their count,
 * their words. Each person's is gathered in that person's scope, so that no transaction
 * may span them.
 */
@Component
class Reminders {

	private final HomeService home;

	private final InboxService inbox;

	private final UserService users;

	Reminders(HomeService home, InboxService inbox, UserService users) {
		this.home = home;
		this.inbox = inbox;
		this.users = users;
	}

	int send(Actor actor, String key, String path) {
		var item = this.home.work(actor)
			.others()
			.stream()
			.filter(WorkItem::isRemindable)
			.filter((one) -> one.key().equals(key) && one.path().equals(path))
			.findFirst()
			.orElseThrow(() -> new RuleViolation("inbox.gone"));
		var own = new LinkedHashMap<Long, WorkItem>();
		for (var id : this.inbox.waitedFor(actor, item)) {
			var person = this.users.actor(id);
			person.scope().call(() -> item.ownOf(this.home.work(person).mine())).ifPresent((line) -> own.put(id, line));
		}
		return this.inbox.remind(actor, item, own);
	}

}
