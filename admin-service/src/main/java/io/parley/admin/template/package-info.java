/** The rules of message templates. */
@NullMarked
package io.parley.admin.template;

import org.jspecify.annotations.NullMarked;
