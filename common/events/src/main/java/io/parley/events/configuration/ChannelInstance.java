package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that a workstream has taken up, and how the channel behaves there
 * (domain/channels-and-accounts.md §1, §3). An address is taken up once.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param workstreamId whose conversations these become; fixed once created
 * @param channelAddressId the address; fixed once created
 * @param language default language of texts, BCP 47
 * @param operatingHoursId when somebody answers here; always if left out
 * @param customersMayAttachFiles whether files of customers are taken; true if left out
 * @param agentsMayAttachFiles whether agents may send files; true if left out
 * @param attachmentExtensions the only files that agents may send, in lower case with a leading
 *     dot, such as {@code .pdf}; what the channel can carry if there are none; at most 100
 * @param automatedMessageOverrides what is said here instead of the automated messages of all; at
 *     most one per trigger and recipient
 * @param postConversationSurvey what customers are asked afterwards; nothing if absent
 */
public record ChannelInstance(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotNull UUID workstreamId,
    @NotNull UUID channelAddressId,
    @NotNull @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
        String language,
    @Nullable UUID operatingHoursId,
    @Defaulted Boolean customersMayAttachFiles,
    @Defaulted Boolean agentsMayAttachFiles,
    @Defaulted @Size(max = 100)
        List<
                @NotNull
                @Pattern(
                    regexp = "\\.[a-z0-9]{1,10}",
                    message = "must be a dot and 1 to 10 small letters or digits, such as .pdf")
                String>
            attachmentExtensions,
    @Defaulted @Size(max = 100)
        List<@NotNull @Valid AutomatedMessageOverride> automatedMessageOverrides,
    @Valid @Nullable PostConversationSurvey postConversationSurvey)
    implements ConfigurationObject {

  public ChannelInstance {
    customersMayAttachFiles = Objects.requireNonNullElse(customersMayAttachFiles, true);
    agentsMayAttachFiles = Objects.requireNonNullElse(agentsMayAttachFiles, true);
    attachmentExtensions = Copies.list(attachmentExtensions);
    automatedMessageOverrides = Copies.list(automatedMessageOverrides);
  }

  /** An instance that behaves as all of its channel do. */
  public ChannelInstance(
      UUID id,
      String name,
      UUID workstreamId,
      UUID channelAddressId,
      String language,
      Boolean customersMayAttachFiles,
      Boolean agentsMayAttachFiles) {
    this(
        id,
        name,
        workstreamId,
        channelAddressId,
        language,
        null,
        customersMayAttachFiles,
        agentsMayAttachFiles,
        List.of(),
        List.of(),
        null);
  }

  @Override
  public Kind kind() {
    return Kind.CHANNEL_INSTANCE;
  }
}
