/** Accounts. */
@NullMarked
package io.parley.admin.account;

import org.jspecify.annotations.NullMarked;
