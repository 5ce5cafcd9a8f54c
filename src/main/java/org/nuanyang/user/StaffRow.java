package org.nuanyang.user;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;
import org.nuanyang.org.Place;

/**
 * A member of staff as a file names them.
 *
 * @param known the account that the user name belongs to already, or null
 */
record StaffRow(String username, String name, Place place, Set<Role> roles, @Nullable Long known) {

}
