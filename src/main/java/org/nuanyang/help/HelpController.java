package org.nuanyang.help;

import java.time.Duration;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.NotFound;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The user guide. */
@Controller
@Access
class HelpController {

	private final Guide guide;

	private final HelpPages pages;

	HelpController(Guide guide, HelpPages pages) {
		this.guide = guide;
		this.pages = pages;
	}

	@GetMapping("/help")
	String show(Model model) {
		model.addAttribute("guide", this.guide.html());
		model.addAttribute("sections", this.guide.sections());
		model.addAttribute("chapters", this.pages.chapters());
		return "help/guide";
	}

	/** A picture of the guide; the name is letters and hyphens only. */
	@GetMapping("/help/images/{name:[a-z0-9-]+}.png")
	ResponseEntity<Resource> picture(@PathVariable String name) {
		var picture = Guide.file("images/" + name + ".png");
		if (!picture.exists()) {
			throw new NotFound("picture " + name);
		}
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
			.body(picture);
	}

}
