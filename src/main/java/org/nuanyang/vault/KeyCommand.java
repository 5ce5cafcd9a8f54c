package org.nuanyang.vault;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

import org.nuanyang.database.StartupRefused;

/**
 * {@code --create-key=FILE} makes a key file for a new external database and
 * {@code --rotate-key=FILE} adds a newer key to one. Starts nothing of the app.
 */
public final class KeyCommand {

	private static final Map<String, Consumer<Path>> COMMANDS = Map.of("--create-key=", KeyFile::create,
			"--rotate-key=", KeyFile::rotate);

	private KeyCommand() {
	}

	public static boolean isMeant(String... arguments) {
		return Arrays.stream(arguments).anyMatch((one) -> COMMANDS.keySet().stream().anyMatch(one::startsWith));
	}

	/** Runs the command; returns the exit code, 1 if it was not done. */
	public static int run(String... arguments) {
		try {
			for (var argument : arguments) {
				COMMANDS.forEach((command, deed) -> {
					if (argument.startsWith(command)) {
						deed.accept(Path.of(argument.substring(command.length())));
					}
				});
			}
			return 0;
		}
		catch (StartupRefused ex) {
			System.err.println("没有做成 · Not done: " + ex.getMessage());
			return 1;
		}
	}

}
