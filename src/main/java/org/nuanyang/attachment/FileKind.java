package org.nuanyang.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes; its name does not count. */
enum FileKind {

	JPEG("image/jpeg", ".jpg", new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff }),
	PNG("image/png", ".png", new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' }),
	PDF("application/pdf", ".pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

	private final String mediaType;

	private final String ending;

	private final byte[] start;

	FileKind(String mediaType, String ending, byte[] start) {
		this.mediaType = mediaType;
		this.ending = ending;
		this.start = start;
	}

	static Optional<FileKind> of(byte[] content) {
		return Arrays.stream(values())
			.filter((kind) -> content.length > kind.start.length
					&& Arrays.equals(content, 0, kind.start.length, kind.start, 0, kind.start.length))
			.findFirst();
	}

	String mediaType() {
		return this.mediaType;
	}

	String ending() {
		return this.ending;
	}

	boolean isPicture() {
		return this != PDF;
	}

}
