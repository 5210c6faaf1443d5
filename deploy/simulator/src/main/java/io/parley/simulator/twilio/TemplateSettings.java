package io.parley.simulator.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content template (twilio-whatsapp.md §5.1).
 *
 * @param body text with placeholders {@code {{1}}} or {@code {{name}}}
 * @param variables values for placeholders that a request leaves out
 * @param media media URLs that the template carries
 * @param approval approved when absent
 */
public record TemplateSettings(
    String body, Map<String, String> variables, List<String> media, @Nullable Approval approval) {

  /** State of WhatsApp's review; only approved templates may be sent outside the session. */
  public enum Approval {
    @JsonProperty("unsubmitted")
    UNSUBMITTED,
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("disabled")
    DISABLED
  }

  public TemplateSettings {
    Fields.required(body, "body");
    variables = Fields.mapOrEmpty(variables);
    media = Fields.listOrEmpty(media);
    approval = Fields.orElse(approval, Approval.APPROVED);
  }

  /** An approved text template without defaults. */
  public static TemplateSettings text(String body) {
    return new TemplateSettings(body, Map.of(), List.of(), null);
  }
}
