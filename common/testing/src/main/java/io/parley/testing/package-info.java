/** What tests of the services share: real servers, events in and out, tokens, secrets, fixtures. */
@NullMarked
package io.parley.testing;

import org.jspecify.annotations.NullMarked;
