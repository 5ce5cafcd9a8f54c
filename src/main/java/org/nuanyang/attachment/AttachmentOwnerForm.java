package org.nuanyang.attachment;

/** Where an uploaded file belongs, as its form says. */
record AttachmentOwnerForm(String ownerType, long ownerId, String slot) {

	AttachmentOwner owner() {
		return new AttachmentOwner(this.ownerType, this.ownerId);
	}

}
