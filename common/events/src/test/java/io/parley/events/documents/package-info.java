/** Generates the public documents of the events and finds changes that would break a reader. */
@NullMarked
package io.parley.events.documents;

import org.jspecify.annotations.NullMarked;
