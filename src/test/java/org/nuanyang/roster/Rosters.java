package org.nuanyang.roster;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** The roster files that schools hand in. */
final class Rosters {

	private Rosters() {
	}

	static byte[] read(String name) throws IOException {
		try (var in = Rosters.class.getResourceAsStream("/roster/" + name)) {
			assertThat(in).as(name).isNotNull();
			return in.readAllBytes();
		}
	}

}
