/** What a conversation is, which states it has and which moves are legal. */
@NullMarked
package io.parley.routing.conversation;

import org.jspecify.annotations.NullMarked;
