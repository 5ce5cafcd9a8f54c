package org.nuanyang.objection;

import java.time.LocalDate;

/** What an objector keeps: the code shows the answer, by the day it is due. */
record Receipt(String code, LocalDate dueOn) {

}
