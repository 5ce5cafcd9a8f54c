package org.nuanyang.web;

import java.util.List;
import java.util.Set;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes a link only for those who may follow it: to others its words stay and lead
 * nowhere, and a button is left out. A name in a list, or a step of the breadcrumbs, thus
 * needs no condition of its own.
 */
@Component
class OpenLinks extends AbstractProcessorDialect {

	/** After every attribute that the standard dialect writes. */
	private static final int LAST = StandardDialect.PROCESSOR_PRECEDENCE + 1_000_000;

	private final OpenPages pages;

	OpenLinks(OpenPages pages) {
		super("open links", null, LAST);
		this.pages = pages;
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Href(this.pages));
	}

	private static final class Href extends AbstractAttributeTagProcessor {

		private final OpenPages pages;

		Href(OpenPages pages) {
			super(TemplateMode.HTML, null, "a", false, "href", false, LAST, false);
			this.pages = pages;
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute,
				String href, IElementTagStructureHandler structure) {
			if (href == null || !href.startsWith("/")
					|| AccessManager.person(SecurityContextHolder.getContext().getAuthentication())
						.filter((person) -> !this.pages.mayOpen(person, path(context, href)))
						.isEmpty()) {
				return;
			}
			var style = tag.getAttributeValue("class");
			if (style != null && List.of(style.split(" ")).contains("btn")) {
				structure.removeElement();
			}
			else {
				structure.removeAttribute(attribute);
			}
		}

		private static String path(ITemplateContext context, String href) {
			var app = (context instanceof IWebContext web) ? web.getExchange().getRequest().getApplicationPath() : "";
			var own = (app != null && href.startsWith(app)) ? href.substring(app.length()) : href;
			return UriUtils.decode(own.split("[?#]", 2)[0], UTF_8);
		}

	}

}
