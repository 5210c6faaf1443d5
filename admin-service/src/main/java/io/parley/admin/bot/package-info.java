/** The rules of bots. */
@NullMarked
package io.parley.admin.bot;

import org.jspecify.annotations.NullMarked;
