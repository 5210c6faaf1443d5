package io.parley.admin.provider;

import io.parley.channels.AccountForm;
import io.parley.channels.Capabilities;
import io.parley.channels.ChannelProvider;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A provider, with everything that is needed to draw the form of an account.
 *
 * @param name as accounts name it
 * @param label for people
 * @param notice what has to be known before an account is made; empty for nothing
 * @param channels the channels it serves; an account is for one of them
 * @param fields what an account consists of, in the order of the form
 */
@Schema(name = "Provider")
record ProviderView(
    String name, String label, String notice, List<ChannelView> channels, List<FieldView> fields) {

  /**
   * What it can do on a channel.
   *
   * @param channel the channel
   * @param senderTypes the kinds of address
   * @param features what it can do
   * @param longestText in the unit given
   * @param textUnit what {@code longestText} counts
   * @param attachments file name extensions that agents may send
   * @param mostAttachments per message
   * @param guarantee what is promised about a message being sent once
   */
  @Schema(name = "ProviderChannel")
  record ChannelView(
      Channel channel,
      Set<SenderType> senderTypes,
      Set<Capabilities.Feature> features,
      int longestText,
      Capabilities.TextUnit textUnit,
      Set<String> attachments,
      int mostAttachments,
      String guarantee) {

    static ChannelView of(ChannelProvider provider, Channel channel) {
      Capabilities can = provider.capabilities(channel);
      return new ChannelView(
          channel,
          new TreeSet<>(provider.accountForm().senderTypes().getOrDefault(channel, Set.of())),
          new TreeSet<>(can.features()),
          can.longestText(),
          can.unit(),
          new TreeSet<>(can.attachments()),
          can.mostAttachments(),
          can.guarantee());
    }
  }

  /**
   * A field of an account.
   *
   * @param name as in an account's settings or secrets
   * @param label for people
   * @param help what it is and where the provider shows it
   * @param required whether an account is incomplete without it
   * @param secret whether it belongs under secrets, else under settings
   * @param pattern regular expression that a value must match as a whole
   * @param expected the same in words
   * @param defaultValue what counts when it is left out
   */
  @Schema(name = "ProviderField")
  record FieldView(
      String name,
      String label,
      String help,
      boolean required,
      boolean secret,
      String pattern,
      String expected,
      @Nullable String defaultValue) {

    static FieldView of(AccountForm.Field field) {
      return new FieldView(
          field.name(),
          field.label(),
          field.help(),
          field.required(),
          field.secret(),
          field.pattern(),
          field.expected(),
          field.defaultValue());
    }
  }

  static ProviderView of(ChannelProvider provider) {
    return new ProviderView(
        provider.name(),
        provider.label(),
        provider.notice(),
        provider.channels().stream()
            .sorted(Comparator.naturalOrder())
            .map(channel -> ChannelView.of(provider, channel))
            .toList(),
        provider.accountForm().fields().stream().map(FieldView::of).toList());
  }
}
