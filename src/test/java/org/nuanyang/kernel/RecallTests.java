package org.nuanyang.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecallTests {

	private final AtomicInteger reads = new AtomicInteger();

	@Test
	void aPageReadsAThingOnce() {
		Recall.during(() -> List.of(read(1), Recall.during(() -> read(1)), read(2)));
		assertThat(this.reads).hasValue(2);
	}

	@Test
	void theNextPageReadsItAnew() {
		Recall.during(() -> read(1));
		Recall.during(() -> read(1));
		assertThat(this.reads).hasValue(2);
	}

	@Test
	void outsideOfAPageNothingIsRemembered() {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> Recall.during(() -> {
			read(1);
			throw new NotFound("page");
		}));
		read(1);
		read(1);
		assertThat(this.reads).hasValue(3);
	}

	@Test
	void anotherScopeIsNotToldWhatOneSaw() {
		Recall.during(() -> List.of(read(1), Scope.of(7).call(() -> read(1)), read(1)));
		assertThat(this.reads).hasValue(2);
	}

	private int read(int id) {
		return Recall.once("thing", List.of(id), this.reads::incrementAndGet);
	}

}
