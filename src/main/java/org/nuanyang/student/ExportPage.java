package org.nuanyang.student;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that asks why a list with pupils' names leaves the system, before it does
 * (privacy rule S7). The purpose goes into the trail and into the file.
 *
 * @param title of the list
 * @param back address of the list, whose title leads back
 * @param action what the form is sent to
 * @param rows how many would leave
 * @param chosen what narrows the list, sent along
 */
public record ExportPage(String title, String back, String action, long rows, Map<String, String> chosen) {

	public ModelAndView ask() {
		return page().addObject("form", PurposeForm.EMPTY);
	}

	/** The same page beside what was wrong with the answer. */
	public ModelAndView again(BindingResult errors) {
		var page = page();
		page.addAllObjects(errors.getModel());
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page() {
		return new ModelAndView("student/export",
				Map.of("export", this, "chosen", this.chosen, "purposes", Purpose.values()));
	}

}
