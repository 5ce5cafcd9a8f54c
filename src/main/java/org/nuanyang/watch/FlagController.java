package org.nuanyang.watch;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.ExportPage;
import org.nuanyang.student.PurposeForm;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The red flags, and the findings of one. */
@Controller
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
class FlagController {

	private final FlagService flags;

	private final FlagTable table;

	FlagController(FlagService flags, FlagTable table) {
		this.flags = flags;
		this.table = table;
	}

	@GetMapping("/flags")
	String overview(Actor actor, Model model) {
		var flags = this.flags.overview(actor);
		model.addAttribute("flags", flags);
		model.addAttribute("found", flags.stream().mapToLong(Flag::count).sum());
		model.addAttribute("today", this.flags.today());
		return "watch/list";
	}

	@GetMapping("/flags/{code}")
	String show(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "1") int page, Model model) {
		var check = Check.of(code);
		model.addAttribute("check", check);
		model.addAttribute("rows", this.flags.rows(actor, check, page));
		model.addAttribute("links", FlagLinks.of(actor));
		model.addAttribute("severalSchools", actor.school().isEmpty());
		return "watch/show";
	}

	@GetMapping("/flags/{code}/export")
	ModelAndView ask(Actor actor, @PathVariable String code) {
		return page(actor, Check.of(code)).ask();
	}

	private ExportPage page(Actor actor, Check check) {
		var path = "/flags/" + check.code();
		return new ExportPage(this.table.title(check), path, path + "/export", this.flags.rows(actor, check, 1).total(),
				Map.of());
	}

	@PostMapping("/flags/{code}/export")
	Object export(Actor actor, @PathVariable String code, @Valid @ModelAttribute("form") PurposeForm why,
			BindingResult errors) {
		var check = Check.of(code);
		return errors.hasErrors() ? page(actor, check).again(errors)
				: file(check, this.table.workbook(actor, check, this.flags.export(actor, check, why), why));
	}

	private ResponseEntity<byte[]> file(Check check, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(check.code() + "-" + this.flags.today() + ".xlsx", StandardCharsets.UTF_8)
						.build()
						.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(content);
	}

}
