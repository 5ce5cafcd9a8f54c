package org.nuanyang.review;

import org.nuanyang.org.ClassView;

/**
 * A head teacher's class with the cases that may be appraised and those that are not so
 * far yet.
 */
record ClassToAppraise(ClassView schoolClass, int ready, int waiting) {

}
