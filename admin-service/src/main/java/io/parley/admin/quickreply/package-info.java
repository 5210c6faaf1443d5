/** The rules of quick replies. */
@NullMarked
package io.parley.admin.quickreply;

import org.jspecify.annotations.NullMarked;
