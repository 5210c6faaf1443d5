package io.parley.channels;

import java.util.Set;

/**
 * What a provider can do on a channel. It is shown to administrators, tells agents what they may
 * attach, and is what {@link MessageSender#check} enforces.
 *
 * @param features what it can do
 * @param longestText in the unit given
 * @param unit what {@code longestText} counts
 * @param attachments file name extensions that agents may send, lower case, without the dot; empty
 *     when attachments cannot be sent (domain/channels-and-accounts.md §3.1)
 * @param mostAttachments per message
 * @param guarantee one sentence: what is promised about a message being sent once
 */
public record Capabilities(
    Set<Feature> features,
    int longestText,
    TextUnit unit,
    Set<String> attachments,
    int mostAttachments,
    String guarantee) {

  /** What a provider can do. */
  public enum Feature {
    /** Customers' attachments arrive. */
    MEDIA_IN,
    /** Attachments can be sent. */
    MEDIA_OUT,
    /** Approved templates can be sent. */
    TEMPLATES,
    /** Cards and suggestions can be sent. */
    RICH_CONTENT,
    /** A call can be repeated with our id without the message being sent twice. */
    IDEMPOTENT_SENDING,
    /** It can be asked whether it has taken a message. */
    LOOK_UP,
    /** It reports delivery. */
    DELIVERY_RECEIPTS,
    /** It reports that the customer has read a message. */
    READ_RECEIPTS,
    /** It reports that the customer is typing. */
    TYPING,
    /** It enforces opt-out itself. */
    OPT_OUT
  }

  /** What a length is counted in. */
  public enum TextUnit {
    /** Unicode characters. */
    CHARACTERS,
    /** Bytes in UTF-8. */
    UTF8_BYTES
  }

  public Capabilities {
    features = Set.copyOf(features);
    attachments = Set.copyOf(attachments);
  }

  /** Whether it can do this. */
  public boolean can(Feature feature) {
    return features.contains(feature);
  }
}
