package org.nuanyang.fund;

/** Where the money of a fund comes from (资金来源). */
public enum FundSource {

	/** 中央财政 */
	CENTRAL,
	/** 省级财政 */
	PROVINCE,
	/** 市级财政 */
	CITY,
	/** 县级财政 */
	COUNTY,
	/** 社会捐赠 */
	DONATION,
	/** 学校自筹 */
	OWN;

	/** Message key of the source's name. */
	public String labelKey() {
		return "fund.source." + name();
	}

}
