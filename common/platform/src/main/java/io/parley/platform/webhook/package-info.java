/** Where the outside world reaches ingress. */
@NullMarked
package io.parley.platform.webhook;

import org.jspecify.annotations.NullMarked;
