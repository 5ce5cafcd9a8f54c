package org.nuanyang.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

/** First step: which file; and what was imported before. */
@Controller
@Access({ Role.OFFICER, Role.ADMIN })
class ImportController {

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final ImportService imports;

	private final ImportWords words;

	ImportController(ImportService imports, ImportWords words) {
		this.imports = imports;
		this.words = words;
	}

	@GetMapping("/imports")
	String list(Actor actor, @RequestParam(defaultValue = "1") int page,
			@RequestParam(required = false) @Nullable String kind, Model model) {
		model.addAttribute("importers", this.imports.importers(actor));
		model.addAttribute("kind", kind);
		model.addAttribute("history", this.imports.history(actor, Math.max(1, page), 20));
		return "importing/list";
	}

	@PostMapping("/imports")
	String upload(Actor actor, @RequestParam String kind, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
			throw RuleViolation.on("file", "importing.file.missing");
		}
		return "redirect:/imports/" + this.imports.upload(actor, kind, file.getOriginalFilename(), file.getBytes())
				+ "/columns";
	}

	/**
	 * An empty table with all headings, its columns set to text; in Chinese as the
	 * registry has them, whatever the reader's language.
	 */
	@GetMapping("/imports/template")
	ResponseEntity<byte[]> template(Actor actor, @RequestParam String kind) {
		var importer = this.imports.importer(actor, kind);
		var columns = importer.fields()
			.stream()
			.map((field) -> new Table.Column(this.words.heading(kind, field.key()), field.identifier() ? 24 : 14))
			.toList();
		var name = this.words.text(kind + ".title");
		return download(name + ".xlsx", TableWriter.xlsxTemplate(new Table(name, columns, List.of())));
	}

	@GetMapping("/imports/{id}")
	String show(Actor actor, @PathVariable long id) {
		return "redirect:/imports/" + id + switch (this.imports.one(actor, id).status()) {
			case UPLOADED -> "/columns";
			case CHECKED -> "/rows";
			case CONFIRMED, DONE, UNDONE, CANCELLED -> "/result";
		};
	}

	@GetMapping("/imports/{id}/annotated")
	ResponseEntity<byte[]> annotated(Actor actor, @PathVariable long id) {
		var run = this.imports.one(actor, id);
		var name = run.fileName().replaceFirst("\\.[^.]*$", "") + "-" + this.words.text("importing.annotated")
				+ ".xlsx";
		return download(name, this.imports.annotated(actor, id, new AnnotationWords(this.words, run.kind())));
	}

	private static ResponseEntity<byte[]> download(String name, byte[] content) {
		var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(XLSX)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(content);
	}

	private record AnnotationWords(ImportWords words, String kind) implements AnnotatedWorkbook.Words {

		@Override
		public String heading() {
			return this.words.text("importing.annotated");
		}

		@Override
		public String result(RowReport row) {
			var text = new StringBuilder(this.words.text("importing.bucket." + row.bucket()));
			row.findings().forEach((finding) -> text.append("；").append(finding(finding)));
			return text.toString();
		}

		@Override
		public String finding(Finding finding) {
			var field = this.words.field(this.kind, finding.field());
			return (field.isEmpty() ? "" : field + "：") + this.words.text(finding.key(), finding.arguments().toArray());
		}

	}

}
