/** Calls to providers: one client for all, access tokens, and where their APIs are. */
@NullMarked
package io.parley.platform.provider;

import org.jspecify.annotations.NullMarked;
