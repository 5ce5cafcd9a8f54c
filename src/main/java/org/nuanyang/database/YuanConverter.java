package org.nuanyang.database;

import java.math.BigDecimal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/** Keeps amounts as {@code numeric(12,2)}. */
@Converter(autoApply = true)
class YuanConverter implements AttributeConverter<@Nullable Yuan, @Nullable BigDecimal> {

	@Override
	public @Nullable BigDecimal convertToDatabaseColumn(@Nullable Yuan amount) {
		return (amount != null) ? amount.amount() : null;
	}

	@Override
	public @Nullable Yuan convertToEntityAttribute(@Nullable BigDecimal amount) {
		return (amount != null) ? Yuan.of(amount) : null;
	}

}
