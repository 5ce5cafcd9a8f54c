package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;

import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One membership in a hardship category with the papers that prove it. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.COUNSELLOR, Role.AUDITOR })
class CategoryEvidenceController {

	private final CategoryService categories;

	private final AttachmentService attachments;

	private final StudentService students;

	private final Clock clock;

	CategoryEvidenceController(CategoryService categories, AttachmentService attachments, StudentService students,
			Clock clock) {
		this.categories = categories;
		this.attachments = attachments;
		this.students = students;
		this.clock = clock;
	}

	@GetMapping("/categories/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var board = this.attachments.board(actor, new AttachmentOwner(CategoryEvidence.OWNER, id));
		var held = this.categories.held(actor, id);
		model.addAttribute("held", held);
		model.addAttribute("pupil", this.students.pupil(actor, held.enrolmentId()));
		model.addAttribute("board", board);
		model.addAttribute("mayRead", HouseholdService.mayRead(actor));
		model.addAttribute("valid", held.isValidOn(LocalDate.now(this.clock)));
		return "household/evidence";
	}

}
