package org.nuanyang.importing;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/** Second step: what each column is, and in which sheet. */
@Controller
@Access({ Role.OFFICER, Role.ADMIN })
class ColumnsController {

	private final ImportService imports;

	ColumnsController(ImportService imports) {
		this.imports = imports;
	}

	@GetMapping({ "/imports/{id}/columns", "/imports/{id}/sheet" })
	String edit(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
		model.addAttribute("columns", this.imports.columns(actor, id));
		// What was chosen before a refusal stays chosen.
		model.addAttribute("typed", typed);
		return "importing/columns";
	}

	@PostMapping("/imports/{id}/columns")
	String update(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed) {
		this.imports.check(actor, id, new Naming(numbered("c", typed), numbered("take", typed).keySet(),
				numbered("said", typed), typed.containsKey("remember")));
		return "redirect:/imports/" + id + "/rows";
	}

	/** As in c12: the twelfth column. */
	private static Map<Integer, String> numbered(String prefix, Map<String, String> typed) {
		var numbered = new HashMap<Integer, String>();
		typed.forEach((name, value) -> {
			if (name.matches(prefix + "\\d{1,3}")) {
				numbered.put(Integer.valueOf(name.substring(prefix.length())), value);
			}
		});
		return numbered;
	}

	@PostMapping("/imports/{id}/sheet")
	String takeSheet(Actor actor, @PathVariable long id, @RequestParam int sheet) {
		this.imports.takeSheet(actor, id, sheet);
		return "redirect:/imports/" + id + "/columns";
	}

}
