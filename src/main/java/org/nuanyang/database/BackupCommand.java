package org.nuanyang.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Objects;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * {@code --backup=DIR} copies the embedded database and its keys, beside a running app or
 * without one; {@code --restore=FILE} puts them back. Reads the settings of the app and
 * starts nothing of it.
 */
public final class BackupCommand implements ApplicationRunner {

	private static final String SAVE = "backup";

	private static final String RESTORE = "restore";

	private final Environment settings;

	BackupCommand(Environment settings) {
		this.settings = settings;
	}

	public static boolean isMeant(String... arguments) {
		return Arrays.stream(arguments)
			.anyMatch((one) -> one.startsWith("--" + SAVE + "=") || one.startsWith("--" + RESTORE + "="));
	}

	/** Runs the command; the exit code is 1 if it was not done. */
	public static void run(String... arguments) {
		new SpringApplicationBuilder(BackupCommand.class).web(WebApplicationType.NONE).run(arguments).close();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			if (!"none".equals(this.settings.getProperty("spring.datasource.url", "none"))) {
				throw new StartupRefused(
						"数据库不是内置的，请用它自己的工具备份(见 docs/operations.md)。 · Not the embedded database: use the tools of yours, as docs/operations.md says.");
			}
			carryOut(arguments);
		}
		catch (StartupRefused | IOException | SQLException ex) {
			System.err.println("没有做成 · Not done: " + ex.getMessage());
			System.exit(1);
		}
	}

	private void carryOut(ApplicationArguments arguments) throws IOException, SQLException {
		var backup = new EmbeddedBackup(path("nuanyang.data"), path("nuanyang.key-file"),
				path("nuanyang.embedded-passwords"));
		var saveTo = arguments.getOptionValues(SAVE);
		if (saveTo != null) {
			var saved = backup.save(Path.of(saveTo.getFirst()), LocalDateTime.now());
			System.out.println("已备份 · Saved: " + saved);
			System.out
				.println("密钥在旁边的 …-keys.zip，请移到另一处保管。 · The keys are in …-keys.zip beside it: keep them elsewhere.");
		}
		else {
			backup.restore(Path.of(Objects.requireNonNull(arguments.getOptionValues(RESTORE)).getFirst()));
			System.out.println("已恢复到 · Restored to: " + path("nuanyang.data").toAbsolutePath());
		}
	}

	private Path path(String setting) {
		return Path.of(this.settings.getRequiredProperty(setting));
	}

}
