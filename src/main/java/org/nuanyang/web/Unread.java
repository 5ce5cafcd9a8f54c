package org.nuanyang.web;

import org.nuanyang.kernel.Actor;

/**
 * Says how many messages somebody has not read; the feature that keeps them stands above.
 */
public interface Unread {

	Waiting waiting(Actor actor);

}
