/** LINK Mobility's MyLINK SMS API: tokens, sends, status and reply events. */
@NullMarked
package io.parley.simulator.mylink;

import org.jspecify.annotations.NullMarked;
