package org.nuanyang.inbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.audit.Deed;
import org.nuanyang.kernel.Role;

/**
 * The deeds that others hear of, by the action that the trail records: who hears, and
 * where it leads. All of them may open that page.
 */
enum News {

	SENT_BACK("application.send_back", "/applications/", Role.HEAD_TEACHER),
	BACK_TO_VISIT("application.return_to_visit", "/applications/", Role.HEAD_TEACHER),
	BACK_TO_CLASS("application.return_to_class", "/applications/", Role.HEAD_TEACHER),
	PASSED("application.pass", "/applications/", Role.HEAD_TEACHER),
	NOT_PASSED("application.not_pass", "/applications/", Role.HEAD_TEACHER),
	BACK_TO_COMMITTEE("application.return", "/applications/", Role.OFFICER),
	OBJECTED("application.object", "/applications/", Role.OFFICER),
	RECOGNISED("application.recognise", "/applications/", Role.HEAD_TEACHER),
	ADJUSTED("application.adjust", "/applications/", Role.OFFICER, Role.HEAD_TEACHER),
	ENDED("application.end", "/applications/", Role.OFFICER, Role.HEAD_TEACHER),
	OBJECTION("objection.registered", "/objections/", Role.OFFICER, Role.PRINCIPAL),
	OBJECTION_DECIDED("objection.concluded", "/objections/", Role.OFFICER, Role.PRINCIPAL),
	NOTICE_SUBMITTED("notice.submitted", "/notices/", Role.PRINCIPAL),
	NOTICE_RETURNED("notice.returned", "/notices/", Role.OFFICER),
	NOTICE_PUBLISHED("notice.published", "/notices/", Role.OFFICER),
	NOTICE_WITHDRAWN("notice.withdrawn", "/notices/", Role.OFFICER, Role.PRINCIPAL),
	FILING_SENT("filing.sent", "/filings/", Role.COUNTY),
	FILING_ACCEPTED("filing.accepted", "/filings/", Role.OFFICER, Role.PRINCIPAL),
	FILING_RETURNED("filing.returned", "/filings/", Role.OFFICER, Role.PRINCIPAL),
	BATCH_PREPARED("disbursement.prepared", "/batches/", Role.FINANCE),
	BATCH_CHECKED("disbursement.checked", "/batches/", Role.PRINCIPAL),
	BATCH_APPROVED("disbursement.approved", "/batches/", Role.FINANCE, Role.OFFICER),
	BATCH_SENT_BACK("disbursement.sent-back", "/batches/", Role.OFFICER),
	/** Only where the bank could not pay everybody. */
	BANK_FAILED("disbursement.return-taken", "/batches/", Role.OFFICER, Role.FINANCE),
	/** Says nothing of whom or what: the page does, to those two roles alone. */
	ALARM("visit.alarm-raised", "/visits/alarms#alarm", Role.PRINCIPAL, Role.COUNSELLOR),
	/** A colleague asks; nobody's deed. */
	REMINDER("", "/"),
	/** To whoever started it, unless seen on its own page. */
	JOB_DONE("", "/jobs/"), JOB_FAILED("", "/jobs/");

	private final String action;

	private final String path;

	private final Set<Role> roles;

	News(String action, String path, Role... roles) {
		this.action = action;
		this.path = path;
		this.roles = Set.of(roles);
	}

	static Optional<News> of(Deed deed) {
		return Arrays.stream(values())
			.filter((news) -> news.action.equals(deed.action()) && deed.subjectId() != null && deed.schoolId() != null)
			.findFirst();
	}

	Set<Role> roles() {
		return this.roles;
	}

	String path(long subject) {
		return this.path + subject;
	}

}
