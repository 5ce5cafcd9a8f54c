package org.nuanyang.job;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;

/** The starter's view of the own jobs. */
@Controller
@Access
class JobController {

	private final JobService jobs;

	private final Clock clock;

	JobController(JobService jobs, Clock clock) {
		this.jobs = jobs;
		this.clock = clock;
	}

	@GetMapping("/jobs")
	String list(Actor actor, Model model) {
		model.addAttribute("jobs", this.jobs.latest(actor));
		return "job/list";
	}

	/** Reloads itself while the job is open. */
	@GetMapping("/jobs/{id}")
	String show(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		var job = this.jobs.look(actor, id);
		var now = this.clock.instant();
		model.addAttribute("job", job);
		model.addAttribute("secondsLeft", job.secondsLeft(now));
		if (job.isOpen()) {
			response.setHeader("Refresh", String.valueOf(job.secondsToNextLook(now)));
		}
		return "job/show";
	}

}
