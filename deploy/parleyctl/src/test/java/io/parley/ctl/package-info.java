/** Tests of the command line. */
@NullMarked
package io.parley.ctl;

import org.jspecify.annotations.NullMarked;
