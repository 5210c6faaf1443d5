/** Who makes a request, and whether that user may still do what the token says. */
@NullMarked
package io.parley.admin.access;

import org.jspecify.annotations.NullMarked;
