package io.parley.events;

/** Why something that a provider handed over was acknowledged and not kept. */
public enum DropReason {
  /** No workstream has taken up the address, any more or yet. */
  NO_CHANNEL_INSTANCE,
  /** The account was deleted a short while ago. */
  RETIRED_ACCOUNT
}
