package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
		var formats = this.files.formats();
		var chosen = (format != null) ? format : formats.getFirst().code();
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("formats", formats);
		model.addAttribute("format", chosen);
		model.addAttribute("unwritable", this.files.unwritable(actor, id, chosen));
		return "disbursement/file";
	}

	@PostMapping
	String issue(Actor actor, @PathVariable long id, @RequestParam String format,
			@RequestParam(defaultValue = "") String total, RedirectAttributes flash) {
		this.files.requireIssuable(actor, id, format, amount(total));
		var job = this.longBatches.issue(actor, id, format, amount(total));
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		this.files.issue(actor, id, format, amount(total));
		flash.addFlashAttribute("done", new Flash("disbursement.flash.ISSUE_FILE"));
		return "redirect:/batches/" + id;
	}

	/** Reads the total that a person typed to confirm. */
	static Yuan amount(String text) {
		try {
			return Yuan.of(text);
		}
		catch (RuleViolation violation) {
			throw RuleViolation.on("total", violation.key(), violation.arguments());
		}
	}

	@PostMapping("/{file}/download")
	ResponseEntity<byte[]> download(Actor actor, @PathVariable long id, @PathVariable long file,
			@RequestParam(required = false) @Nullable FilePurpose purpose) {
		if (purpose == null) {
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
