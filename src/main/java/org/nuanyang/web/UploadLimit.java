package org.nuanyang.web;

import jakarta.servlet.http.HttpServletRequest;
import org.nuanyang.attachment.SafeFile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;

/**
 * How large a file may be where it was sent: a file that is kept less than a table that
 * is read. The container stops at the larger one, before anybody has asked which it is.
 */
@Component
class UploadLimit {

	private final DataSize largest;

	UploadLimit(@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
		this.largest = largest;
	}

	/** For the page that tells it, with the page to go back to. */
	void tell(Model model, HttpServletRequest request, String path) {
		var kept = path.equals(request.getContextPath() + "/attachments");
		model.addAttribute("limit", kept ? SafeFile.LARGEST_MEGABYTES : this.largest.toMegabytes());
		PageBefore.named(request).ifPresent((page) -> model.addAttribute("back", page.getRawPath()));
	}

}
