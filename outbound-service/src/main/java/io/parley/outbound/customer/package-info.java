/** What is known of a customer before sending: consent and the time of the last message. */
@NullMarked
package io.parley.outbound.customer;

import org.jspecify.annotations.NullMarked;
