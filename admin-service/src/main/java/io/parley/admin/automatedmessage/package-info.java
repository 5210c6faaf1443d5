/** The rules of automated messages. */
@NullMarked
package io.parley.admin.automatedmessage;

import org.jspecify.annotations.NullMarked;
