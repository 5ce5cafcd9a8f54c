package org.nuanyang.kernel;

import java.io.Serializable;

/** A message that the next page shows once, after a change that worked. */
public record Flash(String key, Object... arguments) implements Serializable {

}
