package org.nuanyang;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.nuanyang.vault.KeyFile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.MapPropertySource;

/**
 * The student-aid administration system of a school, a school district or a county. Two
 * commands besides running it: {@code --create-key=FILE} makes a key file for a new
 * external database, {@code --verify-audit} checks the audit trail.
 */
@SpringBootApplication
public class Nuanyang {

	private static final String CREATE_KEY = "--create-key=";

	public static void main(String[] args) {
		var keyFile = Arrays.stream(args).filter((arg) -> arg.startsWith(CREATE_KEY)).findFirst();
		if (keyFile.isPresent()) {
			KeyFile.create(Path.of(keyFile.get().substring(CREATE_KEY.length())));
			return;
		}
		var application = new SpringApplication(Nuanyang.class);
		if (Arrays.asList(args).contains("--verify-audit")) {
			// Beside a running copy: on ports of its own, and making nothing.
			application.addInitializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("verify-audit", Map.of("server.port", "0", "management.server.port",
						"-1", "nuanyang.first-administrator", "false", "nuanyang.demo", "false"))));
		}
		application.run(args);
	}

}
