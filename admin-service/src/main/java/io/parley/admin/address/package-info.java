/** The addresses of ours that customers write to. */
@NullMarked
package io.parley.admin.address;

import org.jspecify.annotations.NullMarked;
