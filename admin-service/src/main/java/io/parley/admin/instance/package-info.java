/** Channel instances: addresses that workstreams have taken up. */
@NullMarked
package io.parley.admin.instance;

import org.jspecify.annotations.NullMarked;
