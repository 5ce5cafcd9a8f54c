package org.nuanyang.disbursement;

import java.util.HashMap;
import java.util.Map;

import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 签收登记: the signed sheet of a batch that no bank pays. */
@Controller
@RequestMapping("/batches/{id}/signatures")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class SignatureController {

	private static final String ROW = "row-";

	private final BatchPages batches;

	private final SignatureService signatures;

	private final AttachmentService attachments;

	SignatureController(BatchPages batches, SignatureService signatures, AttachmentService attachments) {
		this.batches = batches;
		this.signatures = signatures;
		this.attachments = attachments;
	}

	@GetMapping
	String show(Actor actor, @PathVariable long id, Model model) {
		var batch = this.batches.batch(actor, id);
		if (!batch.isByHand()) {
			throw new NotFound("signatures of batch " + id);
		}
		model.addAttribute("batch", batch);
		model.addAttribute("rows", this.signatures.rows(id));
		model.addAttribute("board", this.attachments.board(actor, new AttachmentOwner(SignatureService.OWNER, id)));
		return "disbursement/signatures";
	}

	@PostMapping
	@Access(Role.FINANCE)
	String record(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String signedOn,
			@RequestParam Map<String, String> form, RedirectAttributes flash) {
		var marks = new HashMap<Long, Boolean>();
		form.forEach((name, value) -> {
			if (name.matches(ROW + "\\d{1,18}") && (value.equals("true") || value.equals("false"))) {
				marks.put(Long.valueOf(name.substring(ROW.length())), Boolean.valueOf(value));
			}
		});
		this.signatures.record(actor, id, signedOn, marks);
		flash.addFlashAttribute("done", new Flash("disbursement.flash.TAKE_SIGNATURES"));
		return "redirect:/batches/" + id;
	}

}
