package io.parley.routing.desk;

import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Identity;
import java.util.List;
import java.util.UUID;

/** What an agent is told when a command is refused: what happened instead. Pure. */
final class Refusals {

  private Refusals() {}

  static ProblemException notFound(String what, UUID id) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " " + id + ".");
  }

  /** A file that is not taken; the type's own advice is about bodies of requests. */
  static ProblemException unsupported(String detail, String advice) {
    ProblemType type = ProblemType.UNSUPPORTED_TYPE;
    return new ProblemException(
        new Problem(
            type.uri(), "The file is not taken", type.status(), detail, advice, List.of(), null));
  }

  static ProblemException storeAway() {
    return new ProblemException(
        ProblemType.UNAVAILABLE, "The file store does not answer now; nothing is lost.");
  }

  static ProblemException wrongState(Conversation conversation, String done, String what) {
    return new ProblemException(
        ProblemType.STATE_CONFLICT,
        "Only " + what + " can be " + done + "; this one is " + describe(conversation) + ".");
  }

  static ProblemException noLongerYours(Conversation conversation) {
    return new ProblemException(
        ProblemType.STATE_CONFLICT,
        "The conversation is no longer yours; it is now " + describe(conversation) + ".");
  }

  static ProblemException notYours(Conversation conversation) {
    return new ProblemException(
        ProblemType.FORBIDDEN,
        "The conversation is not yours; it is " + describe(conversation) + ".");
  }

  static ProblemException channelRemoved(Identity conversation) {
    String name = conversation.channelName();
    return new ProblemException(
        ProblemType.CHANNEL_REMOVED,
        "Nothing can be sent in this conversation any more: the channel "
            + (name == null ? "it came by" : "\"" + name + "\"")
            + " has been removed. The conversation can be read and closed.");
  }

  /** Refuses a command that is based on an older version. */
  static void requireVersion(Conversation conversation, long version) {
    long present = conversation.progress().version();
    if (present != version) {
      throw new ProblemException(
          ProblemType.VERSION_CONFLICT,
          "The conversation is at version "
              + present
              + ", not "
              + version
              + ": it is now "
              + describe(conversation)
              + ".");
    }
  }

  private static String describe(Conversation conversation) {
    return conversation.state() + " (" + conversation.reason() + ")";
  }
}
