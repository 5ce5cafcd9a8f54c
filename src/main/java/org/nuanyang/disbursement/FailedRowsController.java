package org.nuanyang.disbursement;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What failed, as a workbook for those who mend it. */
@Controller
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class FailedRowsController {

	private final FailedRowsService failed;

	FailedRowsController(FailedRowsService failed) {
		this.failed = failed;
	}

	@PostMapping("/batches/{id}/failed/file")
	ResponseEntity<byte[]> download(Actor actor, @PathVariable long id,
			@RequestParam(required = false) @Nullable FilePurpose purpose, Locale locale) {
		if (purpose == null || !FilePurpose.forFailedRows().contains(purpose)) {
			throw RuleViolation.on("purpose", "disbursement.refused.purpose");
		}
		var file = this.failed.take(actor, id, purpose, locale);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(file.content());
	}

}
