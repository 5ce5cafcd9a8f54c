package org.nuanyang.identification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.web.Refusals;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rule sets: the list per school year, one in words, a new draft. */
@Controller
@RequestMapping("/rule-sets")
@Access({ Role.COUNTY, Role.DISTRICT, Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
class RuleSetController {

	private final RuleSetService ruleSets;

	private final ProgrammeService programmes;

	private final Clock clock;

	RuleSetController(RuleSetService ruleSets, ProgrammeService programmes, Clock clock) {
		this.ruleSets = ruleSets;
		this.programmes = programmes;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		var all = this.ruleSets.all();
		var years = new TreeSet<SchoolYear>(Comparator.reverseOrder());
		all.forEach((head) -> years.add(head.year()));
		var now = SchoolYear.of(LocalDate.now(this.clock));
		years.addAll(List.of(now, now.next()));
		model.addAttribute("years", years.stream().map((year) -> year(year, all)).toList());
		model.addAttribute("mayEdit", actor.is(Role.COUNTY));
		return "identification/rules";
	}

	private Year year(SchoolYear year, List<RuleSetHead> all) {
		return new Year(year, all.stream().filter((head) -> head.year().equals(year)).toList(),
				this.programmes.subsistenceLine(year).map(Yuan::toString).orElse(""));
	}

	/**
	 * One school year as listed.
	 *
	 * @param line the subsistence line, empty when there is none
	 */
	record Year(SchoolYear year, List<RuleSetHead> heads, String line) {

		public boolean hasActive() {
			return this.heads.stream().anyMatch(RuleSetHead::isActive);
		}

	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var head = this.ruleSets.one(id);
		model.addAttribute("head", head);
		model.addAttribute("rules", RuleSetPage.of(this.ruleSets.rules(id), this.ruleSets.entitling()));
		model.addAttribute("line", this.programmes.subsistenceLine(head.year()).map(Yuan::toString).orElse(""));
		model.addAttribute("former",
				this.ruleSets.all()
					.stream()
					.filter((other) -> other.isActive() && other.year().equals(head.year()))
					.findFirst()
					.orElse(null));
		model.addAttribute("mayEdit", actor.is(Role.COUNTY));
		model.addAttribute("own", Objects.equals(head.author(), actor.userId()));
		return "identification/rule-set";
	}

	/** The rules as a file that can be edited and read again. */
	@GetMapping("/{id}/file")
	ResponseEntity<byte[]> file(@PathVariable long id) {
		var head = this.ruleSets.one(id);
		var name = ContentDisposition.attachment()
			.filename(head.name().zh() + "-" + head.year().firstYear() + "-" + head.version() + ".json",
					StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(RuleSetReader.write(this.ruleSets.rules(id)).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/new")
	@Access(Role.COUNTY)
	String form(@RequestParam(required = false) @Nullable Long from, Model model) {
		var all = this.ruleSets.all();
		var last = (from != null) ? this.ruleSets.one(from) : all.stream().findFirst().orElse(null);
		var now = SchoolYear.of(LocalDate.now(this.clock));
		return form(RuleSetForm.copying(last, (last != null) ? last.year() : now), model);
	}

	private String form(RuleSetForm form, Model model) {
		var choices = new LinkedHashMap<Long, String>();
		var locale = LocaleContextHolder.getLocale();
		this.ruleSets.all()
			.forEach((head) -> choices.put(head.id(),
					head.year().label() + " · " + head.name().in(locale) + " · " + head.version()));
		var years = new LinkedHashMap<Integer, String>();
		for (var year = SchoolYear.of(LocalDate.now(this.clock)).previous(); years.size() < 4; year = year.next()) {
			years.put(year.firstYear(), year.label());
		}
		model.addAttribute("form", form);
		model.addAttribute("choices", choices);
		model.addAttribute("years", years);
		return "identification/rule-set-new";
	}

	@PostMapping
	@Access(Role.COUNTY)
	String create(Actor actor, @Valid @ModelAttribute("form") RuleSetForm form, BindingResult result, Model model,
			HttpServletResponse response, RedirectAttributes redirect) throws IOException {
		if (!result.hasErrors()) {
			try {
				var id = draft(actor, form);
				redirect.addFlashAttribute("done", new Flash("identification.rules.drafted"));
				return "redirect:/rule-sets/" + id;
			}
			catch (FaultyRuleSet faulty) {
				model.addAttribute("problems", faulty.problems());
				Refusals.reject(result, RuleViolation.on("file", faulty.key(), faulty.arguments()));
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		response.setStatus(422);
		return form(form, model);
	}

	private long draft(Actor actor, RuleSetForm form) throws IOException {
		var sent = form.sent();
		if (sent.isPresent() == (form.from() != null)) {
			throw RuleViolation.on("from",
					sent.isPresent() ? "identification.rules.both" : "identification.rules.neither");
		}
		return sent.isPresent() ? this.ruleSets.upload(actor, sent.get().getBytes(), form.schoolYear(), form.label())
				: this.ruleSets.copy(actor, Objects.requireNonNull(form.from()), form.schoolYear(), form.label());
	}

}
