package org.nuanyang.demo;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.IntakeService;
import org.nuanyang.application.RoundService;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.award.AwardService;
import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.database.SteppedClock;
import org.nuanyang.disbursement.BankFileService;
import org.nuanyang.disbursement.BankReturnService;
import org.nuanyang.disbursement.BatchService;
import org.nuanyang.disbursement.PaymentListService;
import org.nuanyang.filing.FilingAnswers;
import org.nuanyang.filing.FilingService;
import org.nuanyang.fund.BudgetService;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.StatementService;
import org.nuanyang.household.CategoryService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.objection.ObjectionService;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.recheck.RecheckService;
import org.nuanyang.review.AppraisalService;
import org.nuanyang.review.DecisionService;
import org.nuanyang.review.MeetingService;
import org.nuanyang.review.SigningService;
import org.nuanyang.student.StudentService;
import org.nuanyang.visit.VisitService;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The doors of the features, through which the demo goes like any page. */
@Component
@ConditionalOnBooleanProperty("nuanyang.demo")
record DemoServices(SteppedClock clock, WorkingCalendar calendar, StudentService students, HouseholdService households,
		PayeeService payees, VisitService visits, RoundService rounds, IntakeService intake,
		ApplicationService applications, AppraisalService appraisals, MeetingService meetings,
		DecisionService decisions, SigningService signings, NoticeService notices, FilingService filings,
		FilingAnswers filingAnswers, AwardService awards, ProgrammeService programmes, PairService pairs,
		FundService funds, BudgetService budgets, StatementService statements, AttachmentService attachments,
		RecheckService rechecks, BatchService batches, PaymentListService lists, BankFileService bankFiles,
		BankReturnService bankReturns, ObjectionService objections, CategoryService categories) {

}
