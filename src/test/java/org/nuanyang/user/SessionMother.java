package org.nuanyang.user;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Opens a session as another device of the person would have one. */
final class SessionMother {

	private SessionMother() {
	}

	static <S extends Session> void open(FindByIndexNameSessionRepository<S> sessions, String username) {
		var session = sessions.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, username);
		sessions.save(session);
	}

}
