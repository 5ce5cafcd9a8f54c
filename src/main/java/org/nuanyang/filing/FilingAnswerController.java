package org.nuanyang.filing;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the county aid centre says of a filing. */
@Controller
@RequestMapping("/filings/{id}")
@Access(Role.COUNTY)
class FilingAnswerController {

	private static final String REASON = "reason-";

	private final FilingService filings;

	private final FilingAnswers answers;

	private final FilingPages pages;

	private final AnnotatedFiling annotated;

	FilingAnswerController(FilingService filings, FilingAnswers answers, FilingPages pages, AnnotatedFiling annotated) {
		this.filings = filings;
		this.answers = answers;
		this.pages = pages;
		this.annotated = annotated;
	}

	@PostMapping("/acceptance")
	String accept(Actor centre, @PathVariable long id, RedirectAttributes redirect) {
		this.answers.accept(centre, id);
		redirect.addFlashAttribute("done", new Flash("filing.done.accepted"));
		return "redirect:/filings/" + id;
	}

	@PostMapping("/return")
	String sendBack(Actor centre, @PathVariable long id, @RequestParam @Nullable String reason,
			RedirectAttributes redirect) {
		this.answers.sendBack(centre, id, reason);
		redirect.addFlashAttribute("done", new Flash("filing.done.returned"));
		return "redirect:/filings/" + id;
	}

	/** Row by row; what was typed before a refusal is in the parameters. */
	@GetMapping("/answer")
	String rows(Actor centre, @PathVariable long id, @RequestParam Map<String, String> form, Model model,
			RedirectAttributes redirect) {
		if (this.filings.head(centre, id).status() != FilingStatus.SENT) {
			redirect.addFlashAttribute("done", new Flash("filing.answered"));
			return "redirect:/filings/" + id;
		}
		return rows(id, this.pages.toAnswer(centre, id), typed(form), centre, model);
	}

	private String rows(long id, FiledList list, Map<Integer, String> reasons, Actor centre, Model model) {
		model.addAttribute("head", this.filings.head(centre, id));
		model.addAttribute("rows", list.rows());
		model.addAttribute("reasons", reasons);
		return "filing/answer";
	}

	private static Map<Integer, String> typed(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.filter((field) -> field.getKey().matches(REASON + "\\d{1,6}"))
			.collect(Collectors.toMap((field) -> Integer.valueOf(field.getKey().substring(REASON.length())),
					Map.Entry::getValue, (one, other) -> one, TreeMap::new));
	}

	@PostMapping("/answer")
	String acceptBut(Actor centre, @PathVariable long id, @RequestParam Map<String, String> form,
			@RequestParam(defaultValue = "0") int returned, RedirectAttributes redirect) {
		this.answers.acceptBut(centre, id, typed(form), returned);
		redirect.addFlashAttribute("done", new Flash("filing.done.rows-returned", String.valueOf(returned)));
		return "redirect:/filings/" + id;
	}

	/** Fills the form from the workbook; nothing is answered before the form is sent. */
	@PostMapping("/annotations")
	String read(Actor centre, @PathVariable long id, @RequestParam("file") MultipartFile file, Model model)
			throws IOException {
		var list = this.pages.toAnswer(centre, id);
		model.addAttribute("read", true);
		return rows(id, list, reasons(id, file.getBytes(), list), centre, model);
	}

	/** Whatever is wrong with the file is told where the next one is chosen. */
	private Map<Integer, String> reasons(long id, byte[] file, FiledList list) {
		try {
			if (file.length == 0) {
				throw RuleViolation.on("file", "filing.annotated.empty");
			}
			return this.annotated.reasons(file, list);
		}
		catch (RuleViolation violation) {
			throw violation.toldOn("/filings/" + id + "/answer");
		}
	}

}
