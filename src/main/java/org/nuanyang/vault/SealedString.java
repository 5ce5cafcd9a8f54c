package org.nuanyang.vault;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a text attribute encrypted in its bytea column; each column has a converter of
 * its own.
 */
public abstract class SealedString implements AttributeConverter<@Nullable String, byte @Nullable []> {

	private final Vault vault;

	private final String column;

	/**
	 * Names the column whose values this converter seals.
	 * @param column table and column, as in {@code person.id_number}
	 */
	protected SealedString(Vault vault, String column) {
		this.vault = vault;
		this.column = column;
	}

	@Override
	public byte @Nullable [] convertToDatabaseColumn(@Nullable String plain) {
		return (plain != null) ? this.vault.seal(this.column, plain) : null;
	}

	@Override
	public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
		return (sealed != null) ? this.vault.open(this.column, sealed) : null;
	}

}
