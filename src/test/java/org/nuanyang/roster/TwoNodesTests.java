package org.nuanyang.roster;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.importing.ImportService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two copies of the product on one database, each in a process of its own: nothing
 * depends on which of them answers, no work is done twice, and what one leaves half done
 * when it dies is undone by the database and done by the other.
 */
@IntegrationTest
@TestPropertySource(properties = "test.database=nodes")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTests {

	private static final int PUPILS = 40;

	private static final Map<String, Node> NODES = new LinkedHashMap<>();

	@Autowired
	private Cast cast;

	@Autowired
	private ImportService imports;

	@Autowired
	private AuditChain chain;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	/** Both at once on an empty database, before this process opens it. */
	@BeforeAll
	static void startBoth() throws IOException {
		for (var name : List.of("left", "right")) {
			NODES.put(name, Node.start(name, TestDatabase.properties("nodes")));
		}
		NODES.values().forEach(Node::awaitStart);
	}

	@AfterAll
	static void endBoth() {
		NODES.values().forEach(Node::close);
	}

	@Test
	@Order(0)
	void theirFirstStartMadeOneSchemaAndOneAdministrator() {
		assertThat(this.jdbc.sql("select username from app_user").query(String.class).list()).containsExactly("admin");
		assertThat(NODES.values().stream().filter((node) -> node.said("一次性密码"))).hasSize(1);
	}

	@Test
	@Order(1)
	void whoSignsInAtOneIsSignedInAtTheOther() throws Exception {
		var officer = this.cast.school().officer();
		var browser = signedIn(node("left"), officer);
		var page = node("right").get(browser, "/students");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(node("right").post(browser, "/logout", "_csrf=" + token(page.body())).statusCode()).isEqualTo(302);
		assertThat(node("left").get(browser, "/students").headers().firstValue("Location")).get()
			.asString()
			.endsWith("/login");
	}

	/** The counter of failures is no node's own. */
	@Test
	@Order(2)
	void whoIsLockedOutAtOneIsLockedOutAtTheOther() throws Exception {
		var officer = this.cast.school().officer();
		for (var name : List.of("left", "right", "left", "right", "left")) {
			signIn(node(name), Node.browser(), officer.username(), "Wrong-password-1");
		}
		var browser = signedIn(node("right"), officer);
		assertThat(node("right").get(browser, "/students").statusCode()).isEqualTo(302);
	}

	@Test
	@Order(3)
	void eachJobIsDoneOnceByOneOfThem() throws Exception {
		var schools = Stream.generate(this.cast::school).limit(4).toList();
		var everyone = schools.stream().map(TestSchool::officer).toList();
		everyone.forEach(this::confirm);
		Awaitility.await("all imports are done")
			.atMost(Duration.ofMinutes(2))
			.until(() -> everyone.stream().allMatch((officer) -> pupils(officer) == PUPILS));
		var attempts = this.jdbc.sql("select attempt from job").query(Integer.class).list();
		assertThat(attempts).hasSize(4).containsOnly(1);
	}

	@Test
	@Order(4)
	void whatTheOneLeavesHalfDoneTheOtherDoes() throws Exception {
		var officer = this.cast.school().officer();
		var path = "/imports/%d/result";
		String dead;
		try (var owner = owner(); var statement = owner.createStatement()) {
			// The worker gets as far as the first pupil and waits there.
			owner.setAutoCommit(false);
			statement.execute("lock table enrolment in share mode");
			path = path.formatted(confirm(officer));
			dead = Awaitility.await("a node is at it")
				.atMost(Duration.ofMinutes(1))
				.until(() -> waiting(owner), (names) -> names.size() == 1)
				.getFirst();
			for (var node : NODES.values()) {
				var browser = signedIn(node, officer);
				var progress = Jsoup.parse(node.get(browser, path).body()).select("progress, [role=progressbar]");
				assertThat(progress).as(node.name()).isNotEmpty();
			}
			node(dead).kill();
			owner.rollback();
		}
		var living = NODES.values().stream().filter((node) -> !node.name().equals(dead)).findFirst().orElseThrow();
		Awaitility.await("the dead node's work is gone")
			.atMost(Duration.ofMinutes(1))
			.until(() -> connections(dead) == 0);
		assertThat(pupils(officer)).isZero();
		// Its lease runs out, sooner than the half minute it has.
		this.jdbc.sql("update job set held_until = now() where status = 'RUNNING'").update();
		Awaitility.await("the other node did it").atMost(Duration.ofMinutes(2)).until(() -> pupils(officer) == PUPILS);
		assertThat(this.jdbc.sql("select status || attempt from job order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("DONE2");
		var browser = signedIn(living, officer);
		assertThat(Jsoup.parse(living.get(browser, path).body()).select("main").text()).contains("新增 40");
	}

	/** Both sealed the trail, at the same time as this process does. */
	@Test
	@Order(5)
	void theTrailOfBothIsOneChain() {
		while (this.chain.seal() > 0) {
			assertThat(this.chain.verify().intact()).isTrue();
		}
		assertThat(this.chain.verify()).satisfies((verdict) -> {
			assertThat(verdict.intact()).isTrue();
			assertThat(verdict.unsealed()).isZero();
		});
	}

	private Node node(String name) {
		return Objects.requireNonNull(NODES.get(name));
	}

	/** Uploads, checks and confirms a roster here, where nobody works on jobs. */
	private long confirm(Actor officer) {
		var file = new MadeFile();
		for (int i = 0; i < PUPILS; i++) {
			var id = MadeFile.id();
			file.with("甲例" + Character.toString('一' + i), id, "G" + id, "一(1)班", "北湾村");
		}
		return officer.scope().call(() -> {
			var id = this.imports.upload(officer, "roster", "名册.csv", file.bytes());
			this.imports.check(officer, id);
			this.imports.accept(officer, id, null);
			this.imports.confirm(officer, id);
			return id;
		});
	}

	private long pupils(Actor officer) {
		return officer.scope()
			.call(() -> Objects.requireNonNull(this.transaction
				.execute((status) -> this.jdbc.sql("select count(*) from enrolment where school_id = ?")
					.param(officer.schoolId())
					.query(Long.class)
					.single())));
	}

	private static HttpClient signedIn(Node node, Actor actor) throws IOException, InterruptedException {
		var browser = Node.browser();
		signIn(node, browser, actor.username(), Cast.PASSWORD);
		return browser;
	}

	private static void signIn(Node node, HttpClient browser, String username, String password)
			throws IOException, InterruptedException {
		var form = "_csrf=" + token(node.get(browser, "/login").body()) + "&username=" + username + "&password="
				+ URLEncoder.encode(password, StandardCharsets.UTF_8);
		node.post(browser, "/login", form);
	}

	private static String token(String page) {
		var token = Objects.requireNonNull(Jsoup.parse(page).selectFirst("input[name=_csrf]")).val();
		return URLEncoder.encode(token, StandardCharsets.UTF_8);
	}

	private static Connection owner() throws SQLException {
		var database = TestDatabase.properties("nodes");
		return DriverManager.getConnection(database.get("spring.flyway.url"), database.get("spring.flyway.user"),
				database.get("spring.flyway.password"));
	}

	private static List<String> waiting(Connection owner) throws SQLException {
		try (var statement = owner.createStatement(); var rows = statement.executeQuery("""
				select distinct a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
				where not l.granted and l.relation = 'enrolment'::regclass""")) {
			var names = new ArrayList<String>();
			while (rows.next()) {
				names.add(rows.getString(1));
			}
			return names;
		}
	}

	private long connections(String node) {
		return this.jdbc.sql("select count(*) from pg_stat_activity where application_name = ?")
			.param(node)
			.query(Long.class)
			.single();
	}

}
