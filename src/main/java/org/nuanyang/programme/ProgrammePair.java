package org.nuanyang.programme;

/** One cell of the matrix; the programme with the smaller id stands first. */
public record ProgrammePair(ProgrammeView one, ProgrammeView other, PairRule rule) {

}
