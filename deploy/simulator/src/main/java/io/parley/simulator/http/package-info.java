/** A small HTTP server, its requests and answers, and strict JSON reading. */
@NullMarked
package io.parley.simulator.http;

import org.jspecify.annotations.NullMarked;
