package org.nuanyang.student;

import org.nuanyang.kernel.Recall;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 一生一档: everything that is known of one pupil and is for the actor. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.COUNSELLOR, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
class PupilFileController {

	private final StudentService students;

	PupilFileController(StudentService students) {
		this.students = students;
	}

	@GetMapping("/students/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var file = Recall.during(() -> this.students.file(actor, id));
		model.addAttribute("file", file.head());
		model.addAttribute("overview", file);
		return "student/show";
	}

}
