package org.nuanyang.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a table as a workbook, named by the table and the day. */
@Component
class ReportFiles {

	private final MessageSource messages;

	private final Clock clock;

	ReportFiles(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	ResponseEntity<byte[]> workbook(String key, byte[] content) {
		var name = this.messages.getMessage(key, null, LocaleContextHolder.getLocale()) + "-"
				+ LocalDate.now(this.clock) + ".xlsx";
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.body(content);
	}

}
