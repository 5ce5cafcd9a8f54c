package org.nuanyang;

import java.util.Arrays;
import java.util.Map;

import org.nuanyang.database.BackupCommand;
import org.nuanyang.vault.KeyCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.MapPropertySource;

/**
 * The student-aid administration system of a school, a school district or a county.
 * Commands besides running it: {@code --create-key=FILE} makes a key file for a new
 * external database and {@code --rotate-key=FILE} adds a newer key to one,
 * {@code --backup=DIR} and {@code --restore=FILE} copy an embedded one,
 * {@code --verify-audit} checks the audit trail.
 */
@SpringBootApplication
public class Nuanyang {

	public static void main(String[] args) {
		if (KeyCommand.isMeant(args)) {
			System.exit(KeyCommand.run(args));
		}
		if (BackupCommand.isMeant(args)) {
			BackupCommand.run(args);
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
