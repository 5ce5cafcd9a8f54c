package org.nuanyang.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import org.nuanyang.kernel.RuleViolation;

/**
 * The parts of a zip file. Sizes that the file states are not believed: bytes are counted
 * as they come out, over all parts together.
 */
class ZipParts implements AutoCloseable {

	/** Real sheets shrink to a tenth or so; a hundredth is a bomb, unless it is small. */
	private static final long RATIO = 100;

	private static final long HARMLESS = 8L << 20;

	private static final int MOST_PARTS = 2000;

	private final ZipFile zip;

	private final Set<String> names = new HashSet<>();

	private final long limit;

	private final long packed;

	private long unpacked;

	ZipParts(byte[] file, Limits limits) throws IOException {
		this.zip = ZipFile.builder()
			.setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
			.setIgnoreLocalFileHeader(true)
			.get();
		this.limit = limits.unpacked();
		this.packed = file.length;
		for (var entries = this.zip.getEntries(); entries.hasMoreElements();) {
			this.names.add(entries.nextElement().getName());
			if (this.names.size() > MOST_PARTS) {
				throw new RuleViolation("workbook.bomb");
			}
		}
	}

	Set<String> names() {
		return this.names;
	}

	Optional<InputStream> open(String name) throws IOException {
		var entry = this.zip.getEntry(name);
		if (entry == null) {
			return Optional.empty();
		}
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			throw new RuleViolation("workbook.encrypted");
		}
		return Optional.of(new Counted(this.zip.getInputStream(entry)));
	}

	private void count(long bytes) {
		this.unpacked += Math.max(0, bytes);
		if (this.unpacked > this.limit || (this.unpacked > HARMLESS && this.unpacked > this.packed * RATIO)) {
			throw new RuleViolation("workbook.bomb");
		}
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	private final class Counted extends FilterInputStream {

		Counted(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			var next = super.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			var read = super.read(buffer, offset, length);
			count(read);
			return read;
		}

	}

}
