package org.nuanyang.household;

/**
 * 影响家庭经济状况有关信息, in the family's words; empty where there is nothing to say.
 *
 * @param aidReceived 本学年已获资助: always answered, "无" included
 */
public record Circumstances(String disaster, String accident, String weakLabour, String unemployment, String debt,
		String other, String aidReceived) {

	/** Aid received belongs to its own year and says nothing of the family. */
	boolean sameFamily(Circumstances before) {
		return withoutAid().equals(before.withoutAid());
	}

	private Circumstances withoutAid() {
		return new Circumstances(this.disaster, this.accident, this.weakLabour, this.unemployment, this.debt,
				this.other, "");
	}

}
