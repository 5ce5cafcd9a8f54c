package org.nuanyang.web;

import org.nuanyang.kernel.Access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginController {

	@GetMapping("/login")
	@Access(open = true)
	String show() {
		return "login";
	}

}
