package org.nuanyang.web;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The short block printed once the app can be used: its address and how to sign in. */
@Component
public class StartBlock {

	private final Environment environment;

	private final List<String> lines = new ArrayList<>();

	StartBlock(Environment environment) {
		this.environment = environment;
	}

	/** Adds a line to the block that is printed when the app is ready. */
	public void say(String line) {
		this.lines.add(line);
	}

	@EventListener
	void print(ApplicationReadyEvent ready) {
		var port = this.environment.getProperty("local.server.port");
		if (port == null) {
			return;
		}
		// Standard output speaks UTF-8 whatever the machine's locale is.
		var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		out.println();
		out.println("  暖阳 Nuanyang   http://localhost:" + port);
		this.lines.forEach((line) -> out.println("  " + line));
		out.println();
	}

}
