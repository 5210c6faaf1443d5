/**
 * Attachments: where they are kept, which are allowed, and the links under which they are given
 * out.
 */
@NullMarked
package io.parley.platform.file;

import org.jspecify.annotations.NullMarked;
