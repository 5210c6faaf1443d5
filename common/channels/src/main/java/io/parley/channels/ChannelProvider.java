package io.parley.channels;

import io.parley.events.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One provider. Implementations are stateless and pure: they turn bytes into facts and facts into
 * bytes, and never call anybody. They are found by {@link java.util.ServiceLoader}.
 */
public interface ChannelProvider {

  /** Stable name, lower case; part of webhook URLs and of the configuration. */
  String name();

  /** What people call it, such as "TeleSign". */
  String label();

  /** What an administrator has to know before an account is made; empty for nothing. */
  default String notice() {
    return "";
  }

  /** The channels it serves. One account serves exactly one of them. */
  Set<Channel> channels();

  /**
   * What it can do on a channel, and within which limits.
   *
   * @param channel one of {@link #channels()}
   */
  Capabilities capabilities(Channel channel);

  /** What an account of this provider consists of; drives the admin form and its validation. */
  AccountForm accountForm();

  /**
   * The URLs that an administrator has to make known to the provider.
   *
   * @param settings of the account, because what is to be pasted where may depend on them
   */
  List<CallbackUse> callbacks(Map<String, String> settings);

  /** How an account's credentials, host and addresses are checked without sending anything. */
  AccountCheck accountCheck();

  /** How it calls us. */
  WebhookReceiver receiver();

  /** How we call it. */
  MessageSender sender();

  /**
   * How access tokens are got, where calls need one.
   *
   * @param settings of the account
   */
  default Optional<TokenIssuer> tokens(Map<String, String> settings) {
    return Optional.empty();
  }

  /** How attachments of customers are fetched. */
  default MediaAccess media() {
    return MediaAccess.WITHOUT_CREDENTIALS;
  }
}
