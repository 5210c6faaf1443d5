/** The keys that stored secrets are under, and putting these under the primary key. */
@NullMarked
package io.parley.admin.secrets;

import org.jspecify.annotations.NullMarked;
