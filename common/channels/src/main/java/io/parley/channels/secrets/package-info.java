/** Secret fields of accounts: encrypted wherever they are stored or travel. */
@NullMarked
package io.parley.channels.secrets;

import org.jspecify.annotations.NullMarked;
