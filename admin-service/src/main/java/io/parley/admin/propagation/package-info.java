/** How far each change of the configuration has got: committed, and in force in which instances. */
@NullMarked
package io.parley.admin.propagation;

import org.jspecify.annotations.NullMarked;
