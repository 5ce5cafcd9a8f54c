package org.nuanyang.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * How record forms reach their handlers. A value that could not be read leaves the form's
 * errors without the form, and so the page without its message and everything else that
 * was typed: here they are tied together again. Row numbers and names that no page of
 * ours sends are refused in plain words. What the constructor has not taken is not set
 * afterwards: a row that was left out would be looked for where it is not.
 */
@Component
class FormArguments implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) throws BeansException {
		if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getArgumentResolvers() != null) {
			if (adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer binders) {
				binders.setDeclarativeBinding(true);
			}
			adapter.setArgumentResolvers(adapter.getArgumentResolvers().stream().map(FormArguments::tied).toList());
		}
		return bean;
	}

	private static HandlerMethodArgumentResolver tied(HandlerMethodArgumentResolver resolver) {
		return (resolver instanceof ModelAttributeMethodProcessor forms) ? new Tied(forms) : resolver;
	}

	private record Tied(ModelAttributeMethodProcessor forms) implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return this.forms.supportsParameter(parameter);
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
			var form = read(parameter, container, request, binders);
			if (container != null && form != null) {
				tie(container.getModel(), form);
			}
			return form;
		}

		private @Nullable Object read(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
			try {
				return this.forms.resolveArgument(parameter, container, request, binders);
			}
			catch (IndexOutOfBoundsException | ConversionException | IllegalArgumentException forged) {
				// The binder has no other words for a row or a key that cannot be.
				throw new RuleViolation("web.forged");
			}
		}

		private static void tie(ModelMap model, Object form) {
			for (var key : List.copyOf(model.keySet())) {
				if (model.get(key) instanceof BindingResult errors && errors.getTarget() == null) {
					var name = errors.getObjectName();
					var kept = new BeanPropertyBindingResult(form, name);
					errors.getAllErrors().forEach(kept::addError);
					// The handler is given the errors that stand last.
					model.remove(key);
					model.put(name, form);
					model.put(key, kept);
				}
			}
		}

	}

}
