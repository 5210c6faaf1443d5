package io.parley.channels;

import io.parley.events.Channel;
import java.util.Set;

/**
 * One provider. Implementations are stateless and pure: they turn bytes into facts and facts into
 * bytes, and never call anybody. They are found by {@link java.util.ServiceLoader}.
 */
public interface ChannelProvider {

  /** Stable name, lower case; part of webhook URLs and of the configuration. */
  String name();

  /** The channels it serves. One account serves exactly one of them. */
  Set<Channel> channels();

  /** What an account of this provider consists of; drives the admin form and its validation. */
  AccountForm accountForm();

  /** How it calls us. */
  WebhookReceiver receiver();

  /** How we call it. */
  MessageSender sender();
}
