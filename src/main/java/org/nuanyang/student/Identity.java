package org.nuanyang.student;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Sex;

/** Who a child is, the same in every school. */
public record Identity(PersonName name, Sex sex, LocalDate bornOn, @Nullable String ethnicity, IdDocument document) {

}
