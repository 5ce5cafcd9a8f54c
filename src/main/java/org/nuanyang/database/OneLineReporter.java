package org.nuanyang.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the app does not start. */
class OneLineReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		var line = Stream.of(analysis.getDescription(), analysis.getAction())
			.filter(Objects::nonNull)
			.map((part) -> part.replaceAll("\\s*\\R\\s*", " ").strip())
			.collect(Collectors.joining(" "));
		new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
			.println("暖阳没有启动 · Nuanyang did not start: " + line);
	}

}
