package io.parley.admin.access;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whether what a token was issued for still holds. */
public interface SessionCheck {

  /** Whether this session of this user was neither ended nor overtaken by another password. */
  Uni<Boolean> isLive(UUID session, SignInUser user);
}
