package org.nuanyang.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import org.junit.jupiter.api.Test;
import org.nuanyang.Nuanyang;
import org.nuanyang.support.Statements;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn -Pbenchmark verify}: how fast the pages, the import, the export and a long
 * batch are as a county grows. It asserts nothing; {@code docs/benchmarks.md} holds what
 * it printed.
 */
class CountyBenchmark {

	private static final List<String> PARTS = List
		.of(System.getProperty("benchmark.parts", "pages,roster,batch").split(","));

	private static final List<Integer> SIZES = Arrays
		.stream(System.getProperty("benchmark.pupils", "2000,20000,200000").split(","))
		.map(Integer::valueOf)
		.toList();

	/** Collectors that leave the old generation alone, by what the JDK calls them. */
	private static final Set<String> YOUNG = Set.of("G1 Young Generation", "Copy", "PS Scavenge", "ZGC Minor Pauses",
			"ZGC Minor Cycles");

	private static final AtomicLong LIVE = new AtomicLong();

	private static final AtomicLong COLLECTIONS = new AtomicLong();

	private final BenchmarkTable table = new BenchmarkTable();

	private final Path data = Path.of("target", "benchmark");

	@Test
	void aCountyGrows() throws Exception {
		FileSystemUtils.deleteRecursively(this.data);
		watchHeap();
		try (var app = started("empty database, demo county included")) {
			measure(new BenchmarkCounty(app, this.table));
		}
		try (var app = started("full database")) {
			this.table.said("");
		}
		this.table.said(String.format(Locale.ROOT,
				"heap: limit %d MB, kept without an error; at most %d MB left by %d collections of the whole heap",
				Runtime.getRuntime().maxMemory() >> 20, LIVE.get() >> 20, COLLECTIONS.get()));
	}

	/**
	 * What a collection of the whole heap leaves, the concurrent ones included. A young
	 * collection says nothing: behind it the old generation is full of garbage that
	 * nobody has looked for yet.
	 */
	private static void watchHeap() {
		var heap = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getName)
			.toList();
		for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			if (YOUNG.contains(collector.getName())) {
				continue;
			}
			((NotificationEmitter) collector).addNotificationListener((notification, ignored) -> {
				var after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
					.getGcInfo()
					.getMemoryUsageAfterGc();
				var used = heap.stream().map(after::get).mapToLong(MemoryUsage::getUsed).sum();
				LIVE.accumulateAndGet(used, Math::max);
				COLLECTIONS.incrementAndGet();
			}, null, null);
		}
	}

	/** What the app keeps when nothing runs, after so much work. */
	private void rested(String after) {
		System.gc();
		var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		this.table.said(String.format(Locale.ROOT, "heap at rest after %s: %d MB", after, used >> 20));
	}

	private void measure(BenchmarkCounty county) throws Exception {
		if (PARTS.contains("pages")) {
			new BenchmarkPages(county).run(SIZES);
			rested("the pages");
		}
		if (PARTS.contains("roster")) {
			new BenchmarkRoster(county).run();
			rested("import and export");
		}
		if (PARTS.contains("batch")) {
			new BenchmarkBatch(county).run();
			rested("the batch");
		}
	}

	private ConfigurableApplicationContext started(String what) {
		var begun = System.nanoTime();
		var app = new SpringApplicationBuilder(Nuanyang.class, Statements.class).run("--nuanyang.data=" + this.data,
				"--server.port=0", "--management.server.port=-1");
		try (var browser = BenchmarkBrowser.of(app)) {
			browser.get("/login");
		}
		this.table.said(
				String.format(Locale.ROOT, "time to first page, %s: %.1f s", what, (System.nanoTime() - begun) / 1e9));
		return app;
	}

}
