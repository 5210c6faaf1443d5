/** Rules about conversations, and the context variables that they ask about. */
@NullMarked
package io.parley.admin.rule;

import org.jspecify.annotations.NullMarked;
