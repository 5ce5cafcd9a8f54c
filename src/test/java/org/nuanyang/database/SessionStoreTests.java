package org.nuanyang.database;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.nuanyang.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions in the database, as two requests of one browser use them at once. */
@IntegrationTest
class SessionStoreTests {

	@Autowired
	private SessionRepository<?> sessions;

	@Test
	void twoRequestsMayAddTheSameAttribute() {
		addTwice(this.sessions);
	}

	private static <S extends Session> void addTwice(SessionRepository<S> sessions) {
		var session = sessions.createSession();
		sessions.save(session);
		var one = Objects.requireNonNull(sessions.findById(session.getId()));
		var other = Objects.requireNonNull(sessions.findById(session.getId()));
		one.setAttribute("flash", "first");
		other.setAttribute("flash", "second");
		sessions.save(one);
		sessions.save(other);
		var found = Objects.requireNonNull(sessions.findById(session.getId()));
		assertThat(found.<String>getAttribute("flash")).isEqualTo("second");
		sessions.deleteById(session.getId());
	}

}
