/** Google's Business Messages and RCS for Business, which share service accounts and tokens. */
@NullMarked
package io.parley.simulator.google;

import org.jspecify.annotations.NullMarked;
