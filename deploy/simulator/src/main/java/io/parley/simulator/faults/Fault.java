package io.parley.simulator.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.simulator.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose. A request meets at most one fault of each of the three
 * kinds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fault.TooManyRequests.class, name = "tooManyRequests"),
  @JsonSubTypes.Type(value = Fault.ServerError.class, name = "serverError"),
  @JsonSubTypes.Type(value = Fault.Slow.class, name = "slow"),
  @JsonSubTypes.Type(value = Fault.DropAnswer.class, name = "dropAnswer"),
  @JsonSubTypes.Type(value = Fault.Refuse.class, name = "refuse"),
  @JsonSubTypes.Type(value = Fault.FailLater.class, name = "failLater"),
  @JsonSubTypes.Type(value = Fault.DuplicateCallbacks.class, name = "duplicateCallbacks"),
  @JsonSubTypes.Type(value = Fault.ReorderCallbacks.class, name = "reorderCallbacks"),
  @JsonSubTypes.Type(value = Fault.EarlyCallbacks.class, name = "earlyCallbacks"),
  @JsonSubTypes.Type(value = Fault.NoCallbacks.class, name = "noCallbacks"),
})
public sealed interface Fault {

  /** Changes the answer to the request. */
  sealed interface OnAnswer extends Fault {}

  /** Changes what becomes of an accepted message. */
  sealed interface OnOutcome extends Fault {}

  /** Changes how status callbacks arrive. */
  sealed interface OnCallbacks extends Fault {}

  /** Whether the fault strikes before the request is handled or after. */
  enum When {
    BEFORE,
    AFTER
  }

  /** What the body of a server error looks like. */
  enum ErrorBody {
    JSON,
    HTML,
    EMPTY
  }

  /** How an accepted message fails. */
  enum Failure {
    @JsonProperty("undelivered")
    UNDELIVERED,
    @JsonProperty("failed")
    FAILED
  }

  /**
   * 429; the request is not handled.
   *
   * @param retryAfterSeconds value of {@code Retry-After}; the header is left out when null
   */
  record TooManyRequests(@Nullable Integer retryAfterSeconds) implements OnAnswer {}

  /**
   * A 5xx, by default 503 before the request is handled.
   *
   * @param status 500 to 599; 0 means 503
   */
  record ServerError(int status, @Nullable When when, @Nullable ErrorBody body)
      implements OnAnswer {
    public ServerError {
      status = Fields.between(status == 0 ? 503 : status, 500, 599, "status");
      when = Fields.orElse(when, When.BEFORE);
      body = Fields.orElse(body, ErrorBody.JSON);
    }
  }

  /** A right answer that comes late; by default the request is handled at once (after). */
  record Slow(int milliseconds, @Nullable When when) implements OnAnswer {
    public Slow {
      Fields.between(milliseconds, 1, 600_000, "milliseconds");
      when = Fields.orElse(when, When.AFTER);
    }
  }

  /** The request is handled, then the connection is closed without an answer. */
  record DropAnswer() implements OnAnswer {}

  /**
   * Refused with this provider error.
   *
   * @param status HTTP status; 0 means the usual one of the code; 200 where the provider refuses in
   *     the body of a success
   */
  record Refuse(ErrorCode code, int status, @Nullable String message) implements OnAnswer {
    public Refuse {
      Fields.required(code, "code");
      if (status != 0) {
        Fields.between(status, 200, 499, "status");
      }
    }

    public Refuse(int code, int status, @Nullable String message) {
      this(new ErrorCode(String.valueOf(code)), status, message);
    }

    public Refuse(String code) {
      this(new ErrorCode(code), 0, null);
    }

    /** The given status, or the usual one of the code. */
    public int statusOr(int usual) {
      return status == 0 ? usual : status;
    }

    /** The given text, or the usual one of the code. */
    public String messageOr(String usual) {
      return message == null ? usual : message;
    }
  }

  /** Accepted, and later reported as failed with this provider error. */
  record FailLater(@Nullable Failure status, ErrorCode errorCode, @Nullable String errorMessage)
      implements OnOutcome {
    public FailLater {
      status = Fields.orElse(status, Failure.UNDELIVERED);
      Fields.required(errorCode, "errorCode");
    }

    public FailLater(@Nullable Failure status, int errorCode, @Nullable String errorMessage) {
      this(status, new ErrorCode(String.valueOf(errorCode)), errorMessage);
    }

    public FailLater(String errorCode) {
      this(null, new ErrorCode(errorCode), null);
    }
  }

  /** Each callback is sent so many times in all. */
  record DuplicateCallbacks(int times) implements OnCallbacks {
    public DuplicateCallbacks {
      times = Fields.between(times == 0 ? 2 : times, 2, 100, "times");
    }
  }

  /** Callbacks arrive last first. */
  record ReorderCallbacks() implements OnCallbacks {}

  /** All callbacks arrive before the send request is answered. */
  record EarlyCallbacks() implements OnCallbacks {}

  /** The message is handled, but nobody is told. */
  record NoCallbacks() implements OnCallbacks {}
}
