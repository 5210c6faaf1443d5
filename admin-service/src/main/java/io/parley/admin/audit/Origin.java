package io.parley.admin.audit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes.
 *
 * @param address network address of the caller, as Quarkus's settings about proxies have it
 * @param userAgent what the caller's program says of itself, at most 200 characters
 */
record Origin(@Nullable String address, @Nullable String userAgent) {

  /** Where the service itself is at work. */
  static final Origin NONE = new Origin(null, null);

  private static final int LONGEST_USER_AGENT = 200;

  static Origin of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return new Origin(
        remote == null ? null : remote.hostAddress(), shortened(request.getHeader("User-Agent")));
  }

  /** Control characters would be for terminals of those who read the audit. */
  static @Nullable String shortened(@Nullable String userAgent) {
    if (userAgent == null) {
      return null;
    }
    return userAgent
        .codePoints()
        .filter(point -> !Character.isISOControl(point) && !isSurrogate(point))
        .limit(LONGEST_USER_AGENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
