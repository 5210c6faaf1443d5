package io.parley.routing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.file.FileSettings;
import io.parley.platform.file.Refusal;
import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How large the body of a request may be: as large as a file for uploads, small for the others. */
@ApplicationScoped
class RequestLimits {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final Pattern UPLOAD =
      Pattern.compile("/api/v1/conversations/[^/]+/attachments/?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /** A client that is still sending would not see why it is refused, so the rest is read. */
  private static final long STILL_READ = 2 * FileSettings.UPPER_BOUND;

  private static final int PRIORITY = 100;

  /** RFC 9113 §8.1: the answer is complete, and the rest of the request is not wanted. */
  private static final long NO_ERROR = 0;

  private final long largestFile;
  private final ObjectMapper mapper;

  RequestLimits(FileSettings settings, ObjectMapper mapper) {
    this.largestFile = settings.largest();
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, PRIORITY);
  }

  private void limit(RoutingContext call) {
    boolean upload =
        call.request().method() == HttpMethod.POST
            && UPLOAD.matcher(call.normalizedPath()).matches();
    long largest = upload ? largestFile : MEBIBYTE;
    long stated = length(call.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (stated > largest) {
      refuse(call, stated, Refusal.tooLarge(largest));
    } else {
      // Of a file without stated length, what takes it in says that it is too large.
      call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, upload ? largest + MEBIBYTE : largest);
      call.next();
    }
  }

  private static long length(@Nullable String header) {
    return header != null && LENGTH.matcher(header).matches() ? Long.parseLong(header) : 0;
  }

  private void refuse(RoutingContext call, long stated, Refusal refusal) {
    call.response()
        .setStatusCode(ProblemType.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (stated > STILL_READ) {
      leaveUnread(call);
    } else {
      call.request().handler(bytes -> {});
      call.request().resume();
    }
    call.response().end(json(refusal));
  }

  /** HTTP/2 has streams to end instead, and no header that speaks of the connection (RFC 9113). */
  private static void leaveUnread(RoutingContext call) {
    if (call.request().version() == HttpVersion.HTTP_2) {
      call.addEndHandler(ignored -> call.response().reset(NO_ERROR));
    } else {
      call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private String json(Refusal refusal) {
    try {
      return mapper.writeValueAsString(
          Problem.of(
              ProblemType.TOO_LARGE,
              refusal.explanation().replace("The file is", "The body of the request is")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("problem cannot be written", e);
    }
  }
}
