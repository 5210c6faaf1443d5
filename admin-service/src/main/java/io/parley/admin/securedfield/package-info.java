/** The secret fields of accounts and bots, one by one: states, values, rotation. */
@NullMarked
package io.parley.admin.securedfield;

import org.jspecify.annotations.NullMarked;
