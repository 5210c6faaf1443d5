/** Accounts at providers, with their secrets. */
@NullMarked
package io.parley.admin.account;

import org.jspecify.annotations.NullMarked;
