/** The installed providers, as an administrator's page needs them to draw an account's form. */
@NullMarked
package io.parley.admin.provider;

import org.jspecify.annotations.NullMarked;
