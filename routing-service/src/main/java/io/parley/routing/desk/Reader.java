package io.parley.routing.desk;

import io.parley.platform.identity.Roles;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations.Reading;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;

/**
 * Somebody who wants to see files.
 *
 * @param id the user
 * @param seesAll supervisors and administrators see every conversation's, agents those of theirs
 */
record Reader(UUID id, boolean seesAll) {

  static Reader of(UUID id, SecurityContext security) {
    return new Reader(
        id, security.isUserInRole(Roles.SUPERVISOR) || security.isUserInRole(Roles.ADMINISTRATOR));
  }

  boolean mayRead(Reading reading, Conversation conversation) {
    return seesAll || Access.mayRead(reading, id, conversation);
  }
}
