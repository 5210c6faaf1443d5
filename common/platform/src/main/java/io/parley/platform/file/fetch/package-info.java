/** Fetching attachments from where providers keep them. */
@NullMarked
package io.parley.platform.file.fetch;

import org.jspecify.annotations.NullMarked;
