package io.parley.admin.address;

import io.parley.admin.configuration.ObjectInput;
import io.parley.events.configuration.ChannelAddress.SenderType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel address as an administrator sends it (domain/channels-and-accounts.md §2).
 *
 * @param id chosen by the client, or absent
 * @param name friendly name
 * @param accountId the account it belongs to, which also says the channel
 * @param address as the provider shows it; kept in canonical form
 * @param type what sort of sender it is; which ones there are depends on provider and channel
 */
@Schema(name = "ChannelAddressInput")
record ChannelAddressInput(
    @Nullable UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotNull UUID accountId,
    @NotBlank @Size(max = 250) String address,
    @NotNull SenderType type)
    implements ObjectInput {}
