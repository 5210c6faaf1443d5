package io.parley.channels.google;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an account consists of (providers/google-business-messages.md §1 and part II). */
final class GoogleForm {

  static final String PARTNER_ID = "partnerId";
  static final String CLIENT_TOKEN = "clientToken";
  static final String SECOND_CLIENT_TOKEN = "secondClientToken";
  static final String SERVICE_ACCOUNT_KEY = "serviceAccountKey";
  static final String REPRESENTATIVE_NAME = "representativeName";
  static final String REPRESENTATIVE_AVATAR = "representativeAvatar";
  static final String RICH_TEXT = "richText";
  static final String MEDIA_HEIGHT = "mediaHeight";
  static final String CARD_WIDTH = "cardWidth";
  static final String API_HOST = "apiHost";
  static final String LIFETIME = "lifetimeSeconds";
  static final String CHECK_NUMBER = "checkNumber";

  /** The height of a card's picture when none is set. */
  static final String USUAL_HEIGHT = "MEDIUM";

  /** The width of a carousel's cards when none is set. */
  static final String USUAL_WIDTH = "MEDIUM";

  private static final String TOKEN = "[\\x21-\\x7e]{1,200}";

  private static final List<Field> FIELDS =
      List.of(
          setting(
              PARTNER_ID,
              "Partner ID",
              "Optional, to recognise the account: the partner's id, as the Business Communications"
                  + " developer console shows it under Partner account settings. It is not sent.",
              "\\S{1,100}",
              "an id without blanks"),
          new Field(
              CLIENT_TOKEN,
              "Client token",
              "From the console's webhook dialog; older material calls it partner key. It verifies"
                  + " what Google sends. An agent with a webhook of its own has a token of its own:"
                  + " enter that one. Save it here before you press Verify in the console.",
              true,
              true,
              TOKEN,
              "a text without blanks, up to 200 characters"),
          new Field(
              SECOND_CLIENT_TOKEN,
              "Second client token",
              "Only while the token is being changed, or while a partner's and an agent's webhook"
                  + " both come here: calls that fit either token are accepted.",
              false,
              true,
              TOKEN,
              "a text without blanks, up to 200 characters"),
          new Field(
              SERVICE_ACCOUNT_KEY,
              "Service account key",
              "The whole JSON key file of the service account. The console creates it under Service"
                  + " account, Create key; Google shows it once.",
              true,
              true,
              "\\{[\\s\\S]{1,10000}\\}",
              "the content of a service account's key file in JSON"),
          setting(
              REPRESENTATIVE_NAME,
              "Name of the representative",
              "Business Messages only. Optional: who customers see as the sender of agents'"
                  + " messages.",
              "\\S(?:.{0,98}\\S)?",
              "a name of up to 100 characters"),
          setting(
              REPRESENTATIVE_AVATAR,
              "Picture of the representative",
              "Business Messages only. Optional: a public https address of a picture of 1024 × 1024"
                  + " pixels and 50 KB at most.",
              "https://[\\x21-\\x7e]{1,2000}",
              "an address that begins with https://"),
          new Field(
              RICH_TEXT,
              "Text has markup",
              "Business Messages only. Whether **bold**, *italic* and [label](address) in texts are"
                  + " shown as such. Google then refuses a text with malformed markup.",
              false,
              false,
              "true|false",
              "true or false",
              "false"),
          new Field(
              MEDIA_HEIGHT,
              "Height of pictures on cards",
              "SHORT (112), MEDIUM (168) or TALL (264 density-independent pixels).",
              false,
              false,
              "SHORT|MEDIUM|TALL",
              "SHORT, MEDIUM or TALL",
              USUAL_HEIGHT),
          new Field(
              CARD_WIDTH,
              "Width of the cards of a carousel",
              "SMALL or MEDIUM. Small cards cannot have tall pictures.",
              false,
              false,
              "SMALL|MEDIUM",
              "SMALL or MEDIUM",
              USUAL_WIDTH),
          setting(
              API_HOST,
              "API host",
              "Optional: Google's host for messages, where it is not the channel's usual one"
                  + " (businessmessages.googleapis.com, rcsbusinessmessaging.googleapis.com). RCS"
                  + " agents belong to a region; the hosts with us-, europe- or asia- in front could"
                  + " not be confirmed.",
              "(?:[a-z0-9-]{1,63}\\.){1,3}googleapis\\.com",
              "a host name that ends in .googleapis.com"),
          setting(
              LIFETIME,
              "Lifetime of messages in seconds",
              "RCS only. Optional: Google takes back what it could not deliver within this time and"
                  + " reports it.",
              "[1-9][0-9]{0,6}",
              "a number of seconds from 1 to 9999999"),
          setting(
              CHECK_NUMBER,
              "Number for the account check",
              "RCS only. Optional: a phone number with RCS, of a tester while the agent is not"
                  + " launched. The check asks Google whether the agent can reach it; nothing is"
                  + " sent.",
              "\\+[1-9][0-9]{6,14}",
              "a phone number with plus sign and country code, such as +31612345678"));

  /** The form. */
  static final AccountForm FORM =
      new AccountForm(
          FIELDS,
          Map.of(
              Channel.GOOGLE_BUSINESS_MESSAGES, Set.of(SenderType.BUSINESS_AGENT),
              Channel.RCS, Set.of(SenderType.BUSINESS_AGENT)),
          GoogleAddresses::entered,
          GoogleForm::findings);

  private GoogleForm() {}

  private static List<Finding> findings(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    Optional.ofNullable(draft.newSecrets().get(SERVICE_ACCOUNT_KEY))
        .flatMap(GoogleForm::keyProblem)
        .ifPresent(problem -> findings.add(new Finding(SERVICE_ACCOUNT_KEY, problem)));
    Map<String, String> settings = draft.settings();
    if (settings.getOrDefault(CARD_WIDTH, USUAL_WIDTH).equals("SMALL")
        && settings.getOrDefault(MEDIA_HEIGHT, USUAL_HEIGHT).equals("TALL")) {
      findings.add(new Finding(MEDIA_HEIGHT, "cannot be TALL while the cards are SMALL"));
    }
    if (draft.channel() != Channel.RCS) {
      for (String field : List.of(LIFETIME, CHECK_NUMBER)) {
        if (settings.containsKey(field)) {
          findings.add(new Finding(field, "is for RCS accounts only"));
        }
      }
    }
    return findings;
  }

  private static Optional<String> keyProblem(String json) {
    try {
      ServiceAccountKey.read(json);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Field setting(
      String name, String label, String help, String pattern, String expected) {
    return new Field(name, label, help, false, false, pattern, expected);
  }
}
