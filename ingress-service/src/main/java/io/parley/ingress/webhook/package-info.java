/** The HTTP side: which account is called, is it authentic, what does the provider want to hear. */
@NullMarked
package io.parley.ingress.webhook;

import org.jspecify.annotations.NullMarked;
