/** What kind of work a conversation is. The wide rule engine has its place here. */
@NullMarked
package io.parley.routing.classification;

import org.jspecify.annotations.NullMarked;
