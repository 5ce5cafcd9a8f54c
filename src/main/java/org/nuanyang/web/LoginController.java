package org.nuanyang.web;

import org.nuanyang.kernel.Access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginController {

	private final ObjectProvider<PublishedAccounts> published;

	LoginController(ObjectProvider<PublishedAccounts> published) {
		this.published = published;
	}

	@GetMapping("/login")
	@Access(open = true)
	String show(Model model) {
		this.published.ifAvailable((demo) -> {
			model.addAttribute("demoAccounts", demo.accounts());
			model.addAttribute("demoPassword", demo.password());
		});
		return "login";
	}

}
