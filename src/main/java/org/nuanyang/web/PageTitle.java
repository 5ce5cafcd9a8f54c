package org.nuanyang.web;

import java.util.Set;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * Ends every page's title with the product's name. A template's own title says only where
 * one is, and markup cannot join two fragments inside a title.
 */
@Component
class PageTitle implements IPostProcessorDialect {

	@Override
	public String getName() {
		return "page title";
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return 1000;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Suffix.class, 1000));
	}

	/** Writes the name before the first closing title; a later one belongs to a chart. */
	public static class Suffix extends AbstractTemplateHandler {

		private boolean written;

		@Override
		public void handleCloseElement(ICloseElementTag tag) {
			if (!this.written && "title".equals(tag.getElementCompleteName())) {
				this.written = true;
				handleText(context().getModelFactory().createText(" · " + name()));
			}
			super.handleCloseElement(tag);
		}

		private String name() {
			return context().getMessage(PageTitle.class, "web.app", new Object[0], true);
		}

		private ITemplateContext context() {
			return (ITemplateContext) getContext();
		}

	}

}
