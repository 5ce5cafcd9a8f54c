package org.nuanyang.objection;

import java.util.HexFormat;

import org.nuanyang.notice.NoticeRow;
import org.nuanyang.vault.Vault;

import org.springframework.stereotype.Component;

/**
 * How the form of strangers names a line of a notice. The place of a line would tell
 * whoever reads the page's source that a name beside it has gone; the mark tells nothing,
 * and stays the same, so that a form opened before still means the same pupil.
 */
@Component
class LineMark {

	private static final int BYTES = 12;

	private final Vault vault;

	LineMark(Vault vault) {
		this.vault = vault;
	}

	String of(long noticeId, NoticeRow row) {
		var keyed = this.vault.fingerprint("objection.line", noticeId + "/" + row.position());
		return HexFormat.of().formatHex(keyed, 0, BYTES);
	}

}
