package org.nuanyang.household;

import java.time.Instant;

/** What a family had declared when its application was submitted. */
public record FrozenDeclaration(long id, DeclaredHousehold household, Instant frozenAt) {

}
