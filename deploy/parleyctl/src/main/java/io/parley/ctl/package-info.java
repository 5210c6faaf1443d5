/** The command line of the administration: export, plan and apply the configuration. */
@NullMarked
package io.parley.ctl;

import org.jspecify.annotations.NullMarked;
