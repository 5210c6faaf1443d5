/** Whether providers reach the webhook URLs of accounts, and what of their calls is dropped. */
@NullMarked
package io.parley.admin.hook;

import org.jspecify.annotations.NullMarked;
