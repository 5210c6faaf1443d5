/** Who may read or change which secret fields. */
@NullMarked
package io.parley.admin.securityprofile;

import org.jspecify.annotations.NullMarked;
