package org.nuanyang.disbursement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what the bank gives back. */
@Controller
@RequestMapping("/batches/{id}/returns")
@Access(Role.FINANCE)
class BankReturnController {

	private final BankReturnService returns;

	private final LongBatchService longBatches;

	private final BankFileService files;

	BankReturnController(BankReturnService returns, BankFileService files, LongBatchService longBatches) {
		this.files = files;
		this.returns = returns;
		this.longBatches = longBatches;
	}

	/** What a return of this batch looks like, with invented rows. */
	@GetMapping("/sample")
	ResponseEntity<byte[]> sample(Actor actor, @PathVariable long id) {
		var sample = this.files.sample(actor, id);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(sample.name(), StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(sample.content());
	}

	@PostMapping
	String take(Actor actor, @PathVariable long id, @RequestParam("file") MultipartFile file, RedirectAttributes flash)
			throws IOException {
		if (file.isEmpty()) {
			throw RuleViolation.on("file", "disbursement.return.empty");
		}
		var job = this.longBatches.take(actor, id, BankReturnService.cleanName(file.getOriginalFilename()),
				file.getBytes());
		if (job.isPresent()) {
			return "redirect:/jobs/" + job.get();
		}
		var taken = this.returns.take(actor, id, Objects.requireNonNullElse(file.getOriginalFilename(), ""),
				file.getBytes());
		flash.addFlashAttribute("done", taken.told());
		return "redirect:/batches/" + id;
	}

}
