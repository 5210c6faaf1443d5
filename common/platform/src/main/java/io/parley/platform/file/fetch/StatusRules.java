package io.parley.platform.file.fetch;

import io.parley.platform.file.Refusal;
import io.parley.platform.file.RefusalReason;

/** What a status other than success and redirect means for the file. */
final class StatusRules {

  private StatusRules() {}

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  static FetchResult resultOf(int status) {
    return switch (status) {
      case 401, 403, 407 ->
          refused(
              RefusalReason.ACCESS_DENIED,
              "The host does not give the file to us (" + status + ").");
      case 404 -> refused(RefusalReason.NOT_FOUND, "The host does not know the file (404).");
      case 410, 451 ->
          refused(RefusalReason.GONE, "The host no longer gives the file (" + status + ").");
      default ->
          new FetchResult.Failed(
              "The host answered with status " + status + ".", isTemporary(status));
    };
  }

  /** Success without a content, such as 202, says that there will be one. */
  private static boolean isTemporary(int status) {
    return status < 300 || status == 408 || status == 425 || status == 429 || status >= 500;
  }

  private static FetchResult refused(RefusalReason reason, String explanation) {
    return new FetchResult.Refused(new Refusal(reason, explanation));
  }
}
