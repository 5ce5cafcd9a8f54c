package org.nuanyang.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes and gives files; who may is the thing's guard to say, not the role alone. */
@Controller
@Access
class AttachmentController {

	/**
	 * A file from outside runs nothing and loads nothing, whatever it turns out to be.
	 */
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
			+ "frame-ancestors 'none'; sandbox";

	private final AttachmentService attachments;

	AttachmentController(AttachmentService attachments) {
		this.attachments = attachments;
	}

	@PostMapping("/attachments")
	String add(Actor actor, AttachmentOwnerForm owner, @RequestParam(required = false) @Nullable MultipartFile file,
			RedirectAttributes flash) throws IOException {
		var name = (file != null) ? Objects.requireNonNullElse(file.getOriginalFilename(), "") : "";
		try {
			var checked = SafeFile.of(name, (file != null) ? file.getBytes() : new byte[0]);
			var holder = this.attachments.add(actor, owner.owner(), owner.slot(), checked);
			return done(holder,
					holder.takesPictures(owner.slot()) ? "attachment.done.picture" : "attachment.done.added", flash);
		}
		catch (RuleViolation violation) {
			var holder = this.attachments.of(actor, owner.owner());
			throw toldAtSlot(violation, name, owner.slot(), holder).toldOn(holder.page());
		}
	}

	/** Which file, why, and what would be accepted, beside the slot it was meant for. */
	private static RuleViolation toldAtSlot(RuleViolation violation, String name, String slot,
			AttachmentHolder holder) {
		if (violation.field() == null) {
			return violation;
		}
		var field = "file-" + slot;
		if (name.isBlank()) {
			return RuleViolation.on(field, violation.key(), violation.arguments());
		}
		var why = new DefaultMessageSourceResolvable(new String[] { violation.key() }, violation.arguments());
		var told = RuleViolation.on(field,
				holder.takesPictures(slot) ? "attachment.refused.pictures" : "attachment.refused", SafeFile.shown(name),
				why, SafeFile.LARGEST_MEGABYTES);
		told.initCause(violation);
		return told;
	}

	/**
	 * Pictures open in the browser, a PDF is saved: its viewer does not run in a sandbox.
	 */
	@GetMapping("/attachments/{publicId}")
	ResponseEntity<byte[]> open(Actor actor, @PathVariable String publicId) {
		var file = this.attachments.open(actor, publicId);
		var disposition = (file.kind().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
			.filename(file.name(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.kind().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header("Content-Security-Policy", CONTENT_POLICY)
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.header("X-Content-Type-Options", "nosniff")
			.body(file.bytes());
	}

	@PostMapping("/attachments/{publicId}/check")
	String check(Actor actor, @PathVariable String publicId, RedirectAttributes flash) {
		return done(this.attachments.check(actor, publicId), "attachment.done.checked", flash);
	}

	@PostMapping("/attachments/{publicId}/removal")
	String remove(Actor actor, @PathVariable String publicId, RedirectAttributes flash) {
		return done(this.attachments.remove(actor, publicId), "attachment.done.removed", flash);
	}

	private static String done(AttachmentHolder holder, String key, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash(key));
		return "redirect:" + holder.page() + "#attachments";
	}

}
