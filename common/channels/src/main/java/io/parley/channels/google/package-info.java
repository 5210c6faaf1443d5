/** Google: RCS for Business, and Business Messages for emulators and what was stored. */
@NullMarked
package io.parley.channels.google;

import org.jspecify.annotations.NullMarked;
