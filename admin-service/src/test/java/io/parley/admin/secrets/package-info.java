/** Shows how stored secrets come under the primary key. */
@NullMarked
package io.parley.admin.secrets;

import org.jspecify.annotations.NullMarked;
