package org.nuanyang.household;

/**
 * 影响家庭经济状况有关信息, in the family's words; empty where there is nothing to say.
 *
 * @param aidReceived 本学年已获资助: always answered, "无" included
 */
public record Circumstances(String disaster, String accident, String weakLabour, String unemployment, String debt,
		String other, String aidReceived) {

}
