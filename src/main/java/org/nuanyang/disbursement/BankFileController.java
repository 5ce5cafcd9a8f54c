package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.web.Refusals;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank file: confirmed with its total, written once, downloaded for a purpose. */
@Controller
@RequestMapping("/batches/{id}/files")
@Access(Role.FINANCE)
class BankFileController {

	private final BatchPages batches;

	private final BankFileService files;

	private final LongBatchService longBatches;

	BankFileController(BatchPages batches, BankFileService files, LongBatchService longBatches) {
		this.batches = batches;
		this.files = files;
		this.longBatches = longBatches;
	}

	@GetMapping("/new")
	String confirm(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String format,
			Model model) {
		this.files.requireToIssue(actor, id);
		var chosen = (format != null) ? format : this.files.firstFormat();
		model.addAttribute("form", TotalForm.format(chosen));
		return show(actor, id, chosen, model);
	}

	private String show(Actor actor, long id, String format, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("formats", this.files.formats());
		model.addAttribute("format", format);
		model.addAttribute("unwritable", this.files.unwritable(actor, id, format));
		return "disbursement/file";
	}

	@PostMapping
	ModelAndView issue(Actor actor, @PathVariable long id, @RequestParam String format,
			@Valid @ModelAttribute("form") TotalForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				return new ModelAndView(issue(actor, id, format, form.amount(), flash));
			}
			catch (RuleViolation violation) {
				// What is not about the total is said where the batch is.
				Refusals.rejectField(result, violation);
			}
		}
		return new ModelAndView(show(actor, id, format, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String issue(Actor actor, long id, String format, Yuan total, RedirectAttributes flash) {
		this.files.requireIssuable(actor, id, format, total);
		var job = this.longBatches.issue(actor, id, format, total);
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		flash.addFlashAttribute("done", this.files.issue(actor, id, format, total));
		return "redirect:/batches/" + id;
	}

	@PostMapping("/{file}/download")
	ResponseEntity<byte[]> download(Actor actor, @PathVariable long id, @PathVariable long file,
			@RequestParam(required = false) @Nullable FilePurpose purpose) {
		if (purpose == null || !FilePurpose.forBankFiles().contains(purpose)) {
			throw RuleViolation.on("purpose", "disbursement.refused.purpose");
		}
		var download = this.files.download(actor, id, file, purpose);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(download.name(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(download.content());
	}

}
