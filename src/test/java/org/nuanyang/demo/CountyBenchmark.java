package org.nuanyang.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

	private static final AtomicLong LIVE = new AtomicLong();

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
		this.table.said(String.format(Locale.ROOT, "heap: at most %d MB alive after a collection, of %d MB",
				LIVE.get() >> 20, Runtime.getRuntime().maxMemory() >> 20));
	}

	/**
	 * What each collection leaves: the rest was garbage, which takes whatever room there
	 * is.
	 */
	private static void watchHeap() {
		var heap = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getName)
			.toList();
		for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			((NotificationEmitter) collector).addNotificationListener((notification, ignored) -> {
				var after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
					.getGcInfo()
					.getMemoryUsageAfterGc();
				var used = heap.stream().map(after::get).mapToLong(MemoryUsage::getUsed).sum();
				LIVE.accumulateAndGet(used, Math::max);
			}, null, null);
		}
	}

	private static void measure(BenchmarkCounty county) throws Exception {
		if (PARTS.contains("pages")) {
			new BenchmarkPages(county).run(SIZES);
		}
		if (PARTS.contains("roster")) {
			new BenchmarkRoster(county).run();
		}
		if (PARTS.contains("batch")) {
			new BenchmarkBatch(county).run();
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
