package io.parley.admin.address;

import io.parley.admin.configuration.StoredObject;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A channel address as a row. */
@Entity
@Table(name = "channel_address")
public class ChannelAddressRow extends StoredObject {

  private UUID accountId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String address;

  @Enumerated(EnumType.STRING)
  private SenderType type;

  /** The account it belongs to. */
  public UUID accountId() {
    return accountId;
  }

  /** The channel of its account. */
  public Channel channel() {
    return channel;
  }

  /** Canonical form. */
  public String address() {
    return address;
  }

  /** What sort of sender it is. */
  public SenderType type() {
    return type;
  }

  /** The address as every service gets it. */
  public ChannelAddress published() {
    return new ChannelAddress(id(), accountId, channel, address, name(), type);
  }

  void set(UUID newAccountId, Channel newChannel, String newAddress, SenderType newType) {
    accountId = newAccountId;
    channel = newChannel;
    address = newAddress;
    type = newType;
  }
}
