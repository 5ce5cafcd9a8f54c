package org.nuanyang.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.Access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Remembers the reader's language and goes back to the page it was asked on. */
@Controller
@Access(open = true)
class LanguageController {

	private final LocaleResolver locales;

	LanguageController(LocaleResolver locales) {
		this.locales = locales;
	}

	@GetMapping("/language/{tag}")
	String choose(@PathVariable String tag, @RequestParam(defaultValue = "/") String back, HttpServletRequest request,
			HttpServletResponse response) {
		this.locales.setLocale(request, response, "en".equals(tag) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
		return "redirect:" + (isOurs(back) ? back : "/");
	}

	/** Only an address of ours: never a way out to another host. */
	private static boolean isOurs(String back) {
		return back.startsWith("/") && !back.startsWith("//") && back.chars().noneMatch((c) -> c == '\\' || c < ' ');
	}

}
