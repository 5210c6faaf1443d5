package io.parley.channels.twilio;

import io.parley.channels.MessageRules;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Twilio would refuse, or silently spoil, said before the call (providers/twilio-sms.md §6,
 * providers/twilio-whatsapp.md §5.1 and §6). The 24-hour window and consent are not decided here.
 */
final class SendRules {

  /** Longest text, in Unicode characters. */
  static final int MAX_TEXT = 1_600;

  static final int MAX_MEDIA_SMS = 10;
  static final int MAX_MEDIA_WHATSAPP = 1;
  private static final int MAX_VARIABLES = 100;
  private static final int MAX_VARIABLE_NAME = 16;
  private static final Pattern CONTENT_SID = Pattern.compile("HX[0-9a-fA-F]{32}");
  private static final Pattern NOT_IN_VARIABLES = Pattern.compile("[\\r\\n\\t]| {5}");
  private static final Pattern WITHOUT_CAPTION =
      Pattern.compile(".*\\.(?:pdf|docx?|pptx?|xlsx?|vcf|mp3|ogg|oga|amr|aac|3gp)");

  private SendRules() {}

  /** The first rule that speaks against the message. */
  static Optional<SendResult.Refused> refusal(OutgoingMessage message) {
    MessageTemplate template = message.content().template();
    return recipient(message)
        .or(() -> template == null ? written(message) : template(template))
        .map(SendResult.Refused::new);
  }

  private static Optional<DeliveryReason> recipient(OutgoingMessage message) {
    CustomerAddress to = message.to();
    boolean reachable =
        switch (to.kind()) {
          case PHONE_NUMBER -> TwilioAddresses.isPhoneNumber(to.value());
          case BUSINESS_SCOPED_ID -> message.from().channel() == Channel.WHATSAPP;
          case SHORT_CODE, NAME -> false;
        };
    return reachable ? MessageRules.notOurselves(message) : MessageRules.unreachable();
  }

  private static Optional<DeliveryReason> written(OutgoingMessage message) {
    MessageContent content = message.content();
    Channel channel = message.from().channel();
    int most =
        switch (channel) {
          case SMS -> MAX_MEDIA_SMS;
          case WHATSAPP -> MAX_MEDIA_WHATSAPP;
          case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> throw TwilioAddresses.notServed(channel);
        };
    return MessageRules.noCards(content)
        .or(() -> MessageRules.notEmpty(content))
        .or(() -> MessageRules.notLonger(content.text(), MAX_TEXT))
        .or(() -> MessageRules.attachments(content.mediaUrls(), most))
        .or(() -> caption(content, channel));
  }

  private static Optional<DeliveryReason> caption(MessageContent content, Channel channel) {
    boolean dropped =
        channel == Channel.WHATSAPP
            && !content.text().isBlank()
            && content.mediaUrls().stream().anyMatch(SendRules::mute);
    return dropped
        ? MessageRules.invalid(
            "WhatsApp drops the text beside a document or a sound. Send the text as its own"
                + " message.")
        : Optional.empty();
  }

  private static Optional<DeliveryReason> template(MessageTemplate template) {
    if (!CONTENT_SID.matcher(template.reference()).matches()) {
      return MessageRules.refuse(
          FailureCause.TEMPLATE_INVALID,
          "The template has no valid Content SID (HX and 32 digits). Tell an administrator.");
    }
    if (template.variables().size() > MAX_VARIABLES) {
      return MessageRules.refuse(
          FailureCause.TEMPLATE_INVALID,
          "A template can have " + MAX_VARIABLES + " variables at most. Tell an administrator.");
    }
    return template.variables().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(variable -> variable(variable.getKey(), variable.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<DeliveryReason> variable(String name, String value) {
    if (name.isBlank() || name.length() > MAX_VARIABLE_NAME) {
      return MessageRules.refuse(
          FailureCause.TEMPLATE_INVALID,
          "The name of a variable must have 1 to 16 characters. Tell an administrator.");
    }
    String expected;
    if (value.isBlank()) {
      expected = "must not be empty";
    } else if (value.codePointCount(0, value.length()) > MAX_TEXT) {
      expected = "must not be longer than " + MAX_TEXT + " characters";
    } else if (NOT_IN_VARIABLES.matcher(value).find()) {
      expected = "must have no line break, no tab and no more than four blanks in a row";
    } else {
      return Optional.empty();
    }
    return MessageRules.refuse(
        FailureCause.TEMPLATE_INVALID, "The template's variable " + name + " " + expected + ".");
  }

  /** Whether WhatsApp shows no caption with such a file, as far as its name tells. */
  private static boolean mute(URI url) {
    String path = url.getPath();
    return path != null && WITHOUT_CAPTION.matcher(path.toLowerCase(Locale.ROOT)).matches();
  }
}
