/** Tests of the attachments' store, rules and links. */
@NullMarked
package io.parley.platform.file;

import org.jspecify.annotations.NullMarked;
