package io.parley.admin.account;

import io.parley.admin.configuration.ObjectInput;
import io.parley.events.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sends it (domain/channels-and-accounts.md §2).
 *
 * @param id chosen by the client, or absent
 * @param name what administrators call it
 * @param provider name of an installed provider; fixed once created
 * @param channel the one channel it serves; fixed once created
 * @param settings the provider's fields that are not secret
 * @param secrets the provider's secret fields; one that is left out stays as it is, null removes it
 */
@Schema(name = "AccountInput")
record AccountInput(
    @Nullable UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 40) String provider,
    @NotNull Channel channel,
    @Size(max = 50) Map<String, @Nullable String> settings,
    @Schema(writeOnly = true) @Size(max = 50) Map<String, @Nullable String> secrets)
    implements ObjectInput {

  AccountInput {
    settings = copy(settings);
    secrets = copy(secrets);
  }

  private static Map<String, @Nullable String> copy(@Nullable Map<String, @Nullable String> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new HashMap<>(map));
  }

  /** Says which account it is and nothing that opens it. */
  @Override
  public String toString() {
    return "AccountInput[" + id + ", " + provider + ", " + channel + "]";
  }
}
