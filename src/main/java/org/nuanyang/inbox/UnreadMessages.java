package org.nuanyang.inbox;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Unread;
import org.nuanyang.web.Waiting;

import org.springframework.stereotype.Component;

/** The number beside the bell. */
@Component
class UnreadMessages implements Unread {

	@Override
	public Waiting waiting(Actor actor) {
		return InboxRepository.unread(actor);
	}

}
