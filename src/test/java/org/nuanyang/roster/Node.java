package org.nuanyang.roster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/**
 * A copy of the product in a process of its own, with the classes that are delivered and
 * the settings of an external database. Its name is the one the database knows it by.
 */
final class Node implements AutoCloseable {

	private final String name;

	private final int port;

	private final Path output;

	private final Process process;

	private Node(String name, int port, Path output, Process process) {
		this.name = name;
		this.port = port;
		this.output = output;
		this.process = process;
	}

	static Node start(String name, Map<String, String> database) throws IOException {
		var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), name);
		var port = freePort();
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx400m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow", "-cp", delivered(), "org.nuanyang.Nuanyang"));
		database.forEach((setting, value) -> command.add("--" + setting + "=" + value));
		command.addAll(List.of("--server.port=" + port, "--management.server.port=-1", "--nuanyang.demo=false",
				"--nuanyang.data=" + directory,
				"--spring.datasource.hikari.data-source-properties.ApplicationName=" + name));
		var output = directory.resolve("output.txt");
		return new Node(name, port, output,
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start());
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * The class path without the tests, whose beans the product would take for its own.
	 */
	private static String delivered() {
		var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(path.split(File.pathSeparator))
			.filter((entry) -> !entry.replace('\\', '/').matches(".*/test-classes/?"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	String name() {
		return this.name;
	}

	void awaitStart() {
		Awaitility.await(this.name + " answers").atMost(Duration.ofMinutes(3)).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException(this.name + " ended: " + Files.readString(this.output));
			}
			return answers();
		});
	}

	/** Whether its output has the words. */
	boolean said(String words) {
		try {
			return Files.readString(this.output).contains(words);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answers() throws InterruptedException {
		try (var stranger = HttpClient.newHttpClient()) {
			return stranger.send(HttpRequest.newBuilder(address("/login")).build(), BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	/** A browser that carries its cookies to every node, as one behind a proxy does. */
	static HttpClient browser() {
		return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
	}

	HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
		return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> post(HttpClient browser, String path, String form) throws IOException, InterruptedException {
		return browser.send(HttpRequest.newBuilder(address(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Like the power of its machine failing. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
