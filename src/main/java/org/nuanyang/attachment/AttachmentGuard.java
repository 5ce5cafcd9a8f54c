package org.nuanyang.attachment;

import org.nuanyang.kernel.Actor;

/**
 * Says who may see and change the attachments of one type of thing: implemented by the
 * feature that owns the thing.
 */
public interface AttachmentGuard {

	/** Part of addresses and rows, as in {@code application}. */
	String ownerType();

	/**
	 * What this person may do with the thing's attachments.
	 * @throws org.nuanyang.kernel.NotFound if the person may not see the thing
	 */
	AttachmentHolder holder(Actor actor, long ownerId);

}
