package org.nuanyang.attachment;

/** The thing that files belong to: what it is, and which. */
public record AttachmentOwner(String type, long id) {

}
