package org.nuanyang.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Reads and writes amounts in form fields; an empty field is no amount. */
class AmountConverter implements GenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, Yuan.class), new ConvertiblePair(Yuan.class, String.class));
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
		return switch (source) {
			case Yuan amount -> amount.amount().toPlainString();
			case String typed when !typed.isBlank() -> Yuan.of(typed);
			case null, default -> null;
		};
	}

}
