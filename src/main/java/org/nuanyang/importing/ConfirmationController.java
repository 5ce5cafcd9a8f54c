package org.nuanyang.importing;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;

/** Last step: confirm, watch, look back, undo. */
@Controller
@Access({ Role.OFFICER, Role.ADMIN })
class ConfirmationController {

	private final ImportService imports;

	private final ImportWords words;

	private final Clock clock;

	ConfirmationController(ImportService imports, ImportWords words, Clock clock) {
		this.imports = imports;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/imports/{id}/confirmation")
	String ask(Actor actor, @PathVariable long id, Model model) {
		var run = this.imports.one(actor, id);
		model.addAttribute("run", run);
		return (run.status() == ImportStatus.CHECKED) ? "importing/confirm" : "redirect:/imports/" + id;
	}

	@PostMapping("/imports/{id}/confirmation")
	String confirm(Actor actor, @PathVariable long id) {
		this.imports.confirm(actor, id);
		return "redirect:/imports/" + id + "/result";
	}

	/** Reloads itself while rows are being written. */
	@GetMapping("/imports/{id}/result")
	String result(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		var run = this.imports.one(actor, id);
		if (run.status().isOpen()) {
			return "redirect:/imports/" + id;
		}
		var job = this.imports.job(actor, run).orElse(null);
		var running = this.imports.isRunning(run);
		if (running) {
			response.setHeader("Refresh", "5");
		}
		model.addAttribute("run", run);
		model.addAttribute("obstacle", obstacle(actor, run));
		model.addAttribute("job", job);
		model.addAttribute("running", running);
		model.addAttribute("secondsLeft", (job != null) ? job.secondsLeft(this.clock.instant()) : null);
		return "importing/result";
	}

	/** Why it cannot be undone, in words; null if it can. */
	private @Nullable String obstacle(Actor actor, ImportRun run) {
		return this.imports.obstacle(actor, run)
			.map((found) -> this.words.text(found.key(), found.arguments()))
			.orElse(null);
	}

	@PostMapping("/imports/{id}/cancellation")
	String cancel(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.imports.cancel(actor, id);
		redirect.addFlashAttribute("done", new Flash("importing.cancelled"));
		return "redirect:/imports";
	}

	@GetMapping("/imports/{id}/reversal")
	String askUndo(Actor actor, @PathVariable long id, Model model) {
		var run = this.imports.one(actor, id);
		model.addAttribute("run", run);
		model.addAttribute("obstacle", obstacle(actor, run));
		return (run.status() == ImportStatus.DONE) ? "importing/undo" : "redirect:/imports/" + id;
	}

	@PostMapping("/imports/{id}/reversal")
	String undo(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.imports.undo(actor, id);
		redirect.addFlashAttribute("done", new Flash("importing.undone"));
		return "redirect:/imports/" + id + "/result";
	}

}
