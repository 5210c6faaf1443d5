/**
 * A freely declared HTTP provider: what it demands, answers and sends is set by the control API.
 */
@NullMarked
package io.parley.simulator.custom;

import org.jspecify.annotations.NullMarked;
