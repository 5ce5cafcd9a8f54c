package org.nuanyang.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a notice, each a resource of its own. */
@Controller
class NoticeStepController {

	private final NoticeService notices;

	private final NoticeBoard board;

	NoticeStepController(NoticeService notices, NoticeBoard board) {
		this.notices = notices;
		this.board = board;
	}

	@PostMapping("/notices/{id}/check")
	@Access(Role.OFFICER)
	ModelAndView check(Actor actor, @PathVariable long id, Model model, RedirectAttributes redirect) {
		var findings = this.notices.check(actor, id);
		if (findings.isEmpty()) {
			return done(id, redirect, "notice.done.checked");
		}
		return found(actor, id, findings, model);
	}

	/** The address that a check with findings leaves the browser on. */
	@GetMapping("/notices/{id}/check")
	@Access(Role.OFFICER)
	String checked(@PathVariable long id) {
		return "redirect:/notices/" + id;
	}

	private ModelAndView found(Actor actor, long id, List<PrivacyFinding> findings, Model model) {
		model.addAttribute("notice", this.board.show(actor, id));
		model.addAttribute("findings", findings);
		return new ModelAndView("notice/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/notices/{id}/submission")
	@Access(Role.OFFICER)
	ModelAndView submit(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.notices.submit(actor, id);
		return done(id, redirect, "notice.done.submitted");
	}

	@PostMapping("/notices/{id}/correction")
	@Access(Role.PRINCIPAL)
	ModelAndView sendBack(Actor actor, @PathVariable long id, @RequestParam @Nullable String reason,
			RedirectAttributes redirect) {
		this.notices.sendBack(actor, id, reason);
		return done(id, redirect, "notice.done.returned");
	}

	@PostMapping("/notices/{id}/approval")
	@Access(Role.PRINCIPAL)
	ModelAndView approve(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.notices.approve(actor, id);
		return done(id, redirect, "notice.done.published");
	}

	@GetMapping("/notices/{id}/withdrawal")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	String confirmWithdrawal(Actor actor, @PathVariable long id, Model model, RedirectAttributes redirect) {
		var notice = this.board.show(actor, id);
		if (!notice.mayWithdraw()) {
			var withdrawn = notice.head().status() == NoticeStatus.WITHDRAWN;
			redirect.addFlashAttribute("done",
					new Flash(withdrawn ? "notice.withdraw.already" : "notice.action.closed"));
			return "redirect:/notices/" + id;
		}
		model.addAttribute("notice", notice);
		return "notice/withdraw";
	}

	@PostMapping("/notices/{id}/withdrawal")
	@Access({ Role.OFFICER, Role.PRINCIPAL })
	ModelAndView withdraw(Actor actor, @PathVariable long id, @RequestParam @Nullable String reason,
			RedirectAttributes redirect) {
		this.notices.withdraw(actor, id, reason);
		return done(id, redirect, "notice.done.withdrawn");
	}

	private static ModelAndView done(long id, RedirectAttributes redirect, String key) {
		redirect.addFlashAttribute("done", new Flash(key));
		return new ModelAndView("redirect:/notices/" + id);
	}

}
