/** Tests of fetching attachments, against real HTTP servers. */
@NullMarked
package io.parley.platform.file.fetch;

import org.jspecify.annotations.NullMarked;
