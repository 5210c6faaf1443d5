/** Checks the conditions of rules, compiles them to CEL and evaluates them, as pure functions. */
@NullMarked
package io.parley.platform.condition;

import org.jspecify.annotations.NullMarked;
