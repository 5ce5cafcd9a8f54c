package org.nuanyang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

import org.nuanyang.support.Statements;

/**
 * Measures requests one after the other, and prints what it found, also into
 * {@code target/benchmark.txt}.
 */
final class BenchmarkTable {

	private static final Path FILE = Path.of("target", "benchmark.txt");

	private static final int WARM = 30;

	private static final Duration TIME = Duration.ofSeconds(3);

	/** The sign-in page: what the stack itself can do. */
	private double limit;

	BenchmarkTable() {
		try {
			Files.deleteIfExists(FILE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Figures(double perSecond, double median, double slow, long statements) {

	}

	void pupils(int pupils) {
		said("%,d pupils in the county".formatted(pupils));
		said(String.format(Locale.ROOT, "%-44s %8s %8s %8s %6s %8s", "page", "req/s", "p50 ms", "p95 ms", "SQL",
				"/ sign-in"));
	}

	void limit(String name, Runnable request) {
		this.limit = Double.NaN;
		this.limit = row(name, measure(request)).perSecond();
	}

	void page(String name, Runnable request) {
		row(name, measure(request));
	}

	/** At once: whoever stops it half-way has what was found so far. */
	void said(String text) {
		System.out.println(text);
		try {
			Files.writeString(FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Figures row(String name, Figures found) {
		said(String.format(Locale.ROOT, "%-44s %8.1f %8.1f %8.1f %6d %8.2f", name, found.perSecond, found.median,
				found.slow, found.statements, found.perSecond / this.limit));
		return found;
	}

	private static Figures measure(Runnable request) {
		for (int i = 0; i < WARM; i++) {
			request.run();
		}
		var before = Statements.ofAll();
		request.run();
		var statements = Statements.ofAll() - before;
		var times = new ArrayList<Double>();
		var begun = System.nanoTime();
		while (System.nanoTime() - begun < TIME.toNanos() || times.size() < 20) {
			var one = System.nanoTime();
			request.run();
			times.add((System.nanoTime() - one) / 1e6);
		}
		var seconds = (System.nanoTime() - begun) / 1e9;
		times.sort(null);
		return new Figures(times.size() / seconds, times.get(times.size() / 2), times.get(times.size() * 95 / 100),
				statements);
	}

}
