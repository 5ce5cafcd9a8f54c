package org.nuanyang.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may reach a handler, on the method or its controller. A handler without
 * it is reachable by nobody.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

	/** The roles; empty means every signed-in person. */
	Role[] value() default {};

	/** Reachable without signing in. */
	boolean open() default false;

}
