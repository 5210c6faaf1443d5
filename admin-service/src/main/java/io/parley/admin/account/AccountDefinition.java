package io.parley.admin.account;

import io.parley.events.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator defines it (domain/channels-and-accounts.md §2). Its secret fields
 * are kept apart.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param businessUnitId the part of the organisation it belongs to
 * @param provider name of an installed provider; fixed once created
 * @param channel the one channel it serves; fixed once created
 * @param settings the provider's fields that are not secret
 */
@Schema(name = "AccountInput")
public record AccountDefinition(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @Nullable UUID businessUnitId,
    @NotBlank @Size(max = 40) String provider,
    @NotNull Channel channel,
    @Size(max = 50) Map<String, @Nullable String> settings) {

  public AccountDefinition {
    settings = settings == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
