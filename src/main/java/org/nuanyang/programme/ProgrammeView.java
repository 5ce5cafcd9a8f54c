package org.nuanyang.programme;

/**
 * An aid programme (资助项目) as others see it.
 *
 * @param code stable name in data, such as {@link ProgrammeService#TIERED_GRANT}
 * @param name the Chinese name, as it stands on notices and vouchers
 * @param tierOnNotice whether a public notice shows the tier beside the class
 */
public record ProgrammeView(long id, String code, String name, String nameEn, boolean tierOnNotice, KeyedBy keyedBy) {

	/** What its amounts depend on. */
	public enum KeyedBy {

		TIER, STAGE

	}

	public boolean isByTier() {
		return this.keyedBy == KeyedBy.TIER;
	}

}
