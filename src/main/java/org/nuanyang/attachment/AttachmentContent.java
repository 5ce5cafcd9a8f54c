package org.nuanyang.attachment;

/** A file on its way to a browser. */
record AttachmentContent(String name, FileKind kind, byte[] bytes) {

}
