package org.nuanyang.notice;

/** A notice that stood once and has been taken down: its address answers 410. */
public class NoticeGone extends RuntimeException {

	NoticeGone(long id) {
		super("notice " + id + " has been taken down");
	}

}
