package org.nuanyang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Paged;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leads from behind the end of a list to its last page: rows may have gone since the
 * address was kept, and an empty page would say that there are none.
 */
class LastPage implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		// No parameter is asked for: reading them fails again while the page of a torn
		// upload is drawn.
		if (page == null || !(request.getAttribute("shell") instanceof Shell shell)) {
			return;
		}
		page.getModel()
			.values()
			.stream()
			.filter(Paged.class::isInstance)
			.map(Paged.class::cast)
			.filter((list) -> list.total() > 0 && list.page() > list.pages())
			.findFirst()
			.ifPresent((list) -> {
				page.clear();
				page.setViewName("redirect:" + shell.page(list.pages()));
			});
	}

}
