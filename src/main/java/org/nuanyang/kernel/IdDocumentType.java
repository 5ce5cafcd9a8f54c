package org.nuanyang.kernel;

import java.util.Arrays;
import java.util.Optional;

/** 身份证件类型, with the codes of the national pupil registry. */
public enum IdDocumentType {

	/** 居民身份证 */
	RESIDENT_ID("1"),
	/** 香港特区护照/身份证明 */
	HONG_KONG("6"),
	/** 澳门特区护照/身份证明 */
	MACAO("7"),
	/** 台湾居民来往大陆通行证 */
	TAIWAN("8"),
	/** 境外永久居住证 */
	FOREIGN_RESIDENT("9"),
	/** 护照 */
	PASSPORT("A"),
	/** 户口簿 */
	HOUSEHOLD_REGISTER("B"),
	/** 其他 */
	OTHER("Z"),
	/** 无证件 */
	NONE("");

	private final String code;

	IdDocumentType(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	/** Only these two may come without a number. */
	public boolean needsNumber() {
		return this != OTHER && this != NONE;
	}

	public static Optional<IdDocumentType> ofCode(String code) {
		return Arrays.stream(values()).filter((type) -> type.code.equals(code)).findFirst();
	}

}
