/** Workstreams, which take addresses up and say how their conversations are handled. */
@NullMarked
package io.parley.admin.workstream;

import org.jspecify.annotations.NullMarked;
