/** The rules of blocked senders. */
@NullMarked
package io.parley.admin.blockedsender;

import org.jspecify.annotations.NullMarked;
