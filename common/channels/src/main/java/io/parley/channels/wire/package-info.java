/** What providers' wires have in common: forms, JSON, XML, signatures, dates, tables of errors. */
@NullMarked
package io.parley.channels.wire;

import org.jspecify.annotations.NullMarked;
