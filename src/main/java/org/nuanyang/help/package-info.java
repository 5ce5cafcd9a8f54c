/**
 * Help (帮助): the user guide as pages of the product, and which of its sections belongs to
 * which page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "kernel", "web" })
package org.nuanyang.help;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
