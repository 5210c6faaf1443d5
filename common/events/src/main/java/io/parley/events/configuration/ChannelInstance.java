package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;

/**
 * An address that a workstream has taken up, and how the channel behaves there
 * (domain/channels-and-accounts.md §1, §3). An address is taken up once.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param workstreamId whose conversations these become; fixed once created
 * @param channelAddressId the address; fixed once created
 * @param language default language of texts, BCP 47
 * @param customersMayAttachFiles whether files of customers are taken; true if left out
 * @param agentsMayAttachFiles whether agents may send files; true if left out
 */
public record ChannelInstance(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotNull UUID workstreamId,
    @NotNull UUID channelAddressId,
    @NotNull @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
        String language,
    @Defaulted Boolean customersMayAttachFiles,
    @Defaulted Boolean agentsMayAttachFiles)
    implements ConfigurationObject {

  public ChannelInstance {
    customersMayAttachFiles = Objects.requireNonNullElse(customersMayAttachFiles, true);
    agentsMayAttachFiles = Objects.requireNonNullElse(agentsMayAttachFiles, true);
  }

  @Override
  public Kind kind() {
    return Kind.CHANNEL_INSTANCE;
  }
}
