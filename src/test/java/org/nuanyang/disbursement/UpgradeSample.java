package org.nuanyang.disbursement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Snapshot;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Keeps what a release's database holds, for {@link UpgradeTests} of the releases after
 * it; once for each release, {@code mvn test -Dtest=UpgradeSample}, which then names its
 * last migration. The people are invented and the key opens nothing else.
 */
@IntegrationTest
@Import(Payday.class)
@TestPropertySource(properties = "test.database=sample")
class UpgradeSample {

	@Autowired
	private Payday payday;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private AuditChain trail;

	@Test
	void keep() throws Exception {
		var ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.payday.paid(ready);
		this.chain.appraised(this.cast.school(), "郑例四", CaseChain.TWO);
		while (this.trail.seal() > 0) {
			// Until the sealer has caught up.
		}
		var directory = Files.createDirectories(Path.of("src", "test", "resources", "upgrade"));
		try (var superuser = TestDatabase.superuser("sample");
				var file = Files.newOutputStream(directory.resolve("rows.gz"))) {
			Snapshot.write(superuser, file);
		}
		var settings = TestDatabase.properties("sample");
		Files.copy(Path.of(Objects.requireNonNull(settings.get("nuanyang.key-file"))), directory.resolve("key.json"),
				StandardCopyOption.REPLACE_EXISTING);
	}

}
