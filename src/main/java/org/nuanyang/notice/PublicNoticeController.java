package org.nuanyang.notice;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Notices as anybody reads them, without signing in. Neither search engines nor caches
 * may keep what has to disappear on its last day.
 */
@Controller
@Access(open = true)
class PublicNoticeController {

	private final NoticeBoard board;

	PublicNoticeController(NoticeBoard board) {
		this.board = board;
	}

	@ModelAttribute
	void keepNowhere(HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	@GetMapping("/public/notices")
	String list(Model model) {
		model.addAttribute("notices", this.board.open());
		return "notice/public-list";
	}

	@GetMapping("/public/notices/{id}")
	String show(@PathVariable long id, @RequestParam @Nullable String grade, Model model) {
		var notice = this.board.read(id);
		var asked = notice.grades().contains(grade) ? grade : null;
		model.addAttribute("notice", notice);
		model.addAttribute("grade", asked);
		model.addAttribute("count", notice.rows(asked).size());
		model.addAttribute("columns", PublicNotice.columns(notice.rows(asked)));
		return "notice/public";
	}

	@GetMapping("/public/notices/{id}/print")
	String print(@PathVariable long id, Model model) {
		model.addAttribute("notice", this.board.read(id));
		model.addAttribute("back", "/public/notices/" + id);
		return "notice/print";
	}

	@ExceptionHandler(NoticeGone.class)
	@ResponseStatus(HttpStatus.GONE)
	String gone() {
		return "notice/gone";
	}

}
