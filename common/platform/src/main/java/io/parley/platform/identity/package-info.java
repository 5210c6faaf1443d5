/** Who is calling: tokens of Parley and of another issuer, and the users they speak of. */
@NullMarked
package io.parley.platform.identity;

import org.jspecify.annotations.NullMarked;
