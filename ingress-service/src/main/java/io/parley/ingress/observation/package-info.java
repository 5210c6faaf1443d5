/** Tells administrators which calls come to webhook URLs, and what is dropped. */
@NullMarked
package io.parley.ingress.observation;

import org.jspecify.annotations.NullMarked;
