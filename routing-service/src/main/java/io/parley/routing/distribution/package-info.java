/** Which agent is offered which conversation. */
@NullMarked
package io.parley.routing.distribution;

import org.jspecify.annotations.NullMarked;
