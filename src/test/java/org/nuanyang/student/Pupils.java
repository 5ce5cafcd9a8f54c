package org.nuanyang.student;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.TestSchool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented children for tests, enrolled through the service. */
public class Pupils {

	private static final AtomicInteger NEXT = new AtomicInteger();

	/** How many were born on a day. */
	private static final Map<LocalDate, Integer> BORN = new ConcurrentHashMap<>();

	private final StudentService students;

	private final OrgService org;

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	public Pupils(StudentService students, OrgService org, JdbcClient jdbc, TransactionTemplate transactions) {
		this.students = students;
		this.org = org;
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** The class of the head teacher; makes it. */
	public ClassView classOf(TestSchool school, int grade, int number, Actor headTeacher) {
		return school.officer().scope().call(() -> {
			var made = this.org.ensureClass(school.schoolId(), grade, number, new SchoolYear(2026));
			this.org.entrust(school.officer(), made.id(), headTeacher.userId());
			return this.org.schoolClass(made.id());
		});
	}

	/** A class of the officer's own school. */
	public ClassView ensureClass(Actor officer, int grade, int number) {
		return officer.scope()
			.call(() -> this.org.ensureClass(officer.ownSchool(), grade, number, new SchoolYear(2026)));
	}

	/** A child enrolled in the class; returns the pupil's id. */
	public long enrol(TestSchool school, ClassView schoolClass, String name) {
		return enrol(school.officer(), draft(schoolClass, name));
	}

	/** The name in the pupil's file. */
	public String name(TestSchool school, long enrolment) {
		return school.officer().scope().call(() -> this.students.pupil(school.officer(), enrolment)).name();
	}

	public long enrol(Actor officer, PupilDraft draft) {
		return officer.scope().call(() -> this.students.enrol(officer, officer.ownSchool(), draft, true));
	}

	/** The actions in the audit trail of the actor's schools, the newest last. */
	public List<String> trail(Actor actor) {
		return actor.scope()
			.call(() -> this.transactions.execute((status) -> this.jdbc
				.sql("select action || ' ' || details::text from audit_entry where school_id = any (?) order by id")
				.param(actor.scope().read().toArray(Long[]::new))
				.query((row, number) -> row.getString(1))
				.list()));
	}

	/** What the browser got. */
	public static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** A boarder born ten years ago with an id card, a G number and a father. */
	public static PupilDraft draft(ClassView schoolClass, String name) {
		var born = LocalDate.of(2016, 3, 1).plusDays(NEXT.incrementAndGet() % 220);
		var id = id(born, Sex.MALE);
		var father = new GuardianDraft(new PersonName("林样父"), "父亲", new Phone("19900000" + three(NEXT.get())),
				IdDocument.of(id(LocalDate.of(1985, 5, 5).plusDays(NEXT.get() % 2000), Sex.MALE)), null, true);
		return new PupilDraft(
				new Identity(new PersonName(name), Sex.MALE, born, "汉族",
						new IdDocument(IdDocumentType.RESIDENT_ID, id.value())),
				new Schooling(schoolClass.id(), new RegistryNumber("G" + id.value()), null, true,
						LocalDate.of(2022, 9, 1), Entry.REGULAR, null, "某省某县某镇北湾村3组",
						new Phone("19900001" + three(NEXT.get())), Circumstances.NONE),
				List.of(father));
	}

	/** A valid number that nobody else in the tests has, of a place that there is not. */
	public static IdNumber id(LocalDate born, Sex sex) {
		var n = BORN.merge(born, 1, Integer::sum);
		if (n > 499) {
			throw new IllegalStateException("too many born on " + born);
		}
		// The last digit of the sequence is odd for males.
		var digits = "100000" + born.format(DateTimeFormatter.BASIC_ISO_DATE)
				+ three(n * 2 + ((sex == Sex.MALE) ? 1 : 0));
		return new IdNumber(digits + IdNumber.checkCharacter(digits));
	}

	private static String three(int number) {
		return String.format("%03d", number % 1000);
	}

}
