package org.nuanyang.student;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the found pupils out as a workbook, numbers masked, for a stated purpose. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY })
class PupilExportController {

	private final PupilExport export;

	PupilExportController(PupilExport export) {
		this.export = export;
	}

	@GetMapping("/students/exports/new")
	ModelAndView ask(Actor actor, @ModelAttribute("search") PupilSearch search,
			@RequestParam Map<String, String> params) {
		return this.export.page(actor, search, params).ask();
	}

	@PostMapping("/students/exports")
	Object save(Actor actor, @ModelAttribute("search") PupilSearch search, @RequestParam Map<String, String> params,
			@Valid @ModelAttribute("form") PurposeForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return this.export.page(actor, search, params).again(errors);
		}
		this.export.record(actor, search, params, form);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.export.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.export.file(actor, search, params, form));
	}

}
