/** Replies to customers: checked, sent once and in order, and followed to the customer's device. */
@NullMarked
package io.parley.outbound;

import org.jspecify.annotations.NullMarked;
