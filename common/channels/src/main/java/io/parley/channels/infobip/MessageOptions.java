package io.parley.channels.infobip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settings that go into every message as they are (providers/infobip.md §2). */
final class MessageOptions {

  private static final String VALIDITY_MINUTES = "validityMinutes";
  private static final String TRANSLITERATION = "transliteration";
  private static final String TEXT = "[^\\p{Cntrl}]{1,255}";

  /**
   * One of them.
   *
   * @param path where it goes in a message, with dots
   * @param needs name of another setting without which it means nothing; empty for none
   */
  private record Option(Field field, String path, String needs) {}

  private static final List<Option> OPTIONS =
      List.of(
          option(
              TRANSLITERATION,
              "Transliteration",
              "Optional: Infobip replaces letters of this alphabet, so that more fit into a part.",
              "NONE|TURKISH|GREEK|CYRILLIC|SERBIAN_CYRILLIC|CENTRAL_EUROPEAN|BALTIC|NON_UNICODE"
                  + "|PORTUGUESE|COLOMBIAN|BULGARIAN_CYRILLIC|ALL",
              "content.transliteration",
              ""),
          option(
              "languageCode",
              "Language of the characters",
              "Optional: the table of national characters.",
              "TR|ES|PT|AUTODETECT|NONE",
              "content.language.languageCode",
              ""),
          option(
              "campaignReferenceId",
              "Campaign reference",
              "Optional: your own mark, by which Infobip groups messages in its statistics.",
              TEXT,
              "options.campaignReferenceId",
              ""),
          option(
              "entityId",
              "Entity id",
              "Optional: the entity that messages are sent for, where the account has several.",
              TEXT,
              "options.platform.entityId",
              ""),
          option(
              "applicationId",
              "Application id",
              "Optional: the application that messages are sent for, where the account has several.",
              TEXT,
              "options.platform.applicationId",
              ""),
          option(
              "indiaPrincipalEntityId",
              "India: principal entity id",
              "Only for messages to India: the id of your company in the DLT register.",
              TEXT,
              "options.regional.indiaDlt.principalEntityId",
              ""),
          option(
              "indiaContentTemplateId",
              "India: content template id",
              "Only for messages to India: the id of the registered text.",
              TEXT,
              "options.regional.indiaDlt.contentTemplateId",
              "indiaPrincipalEntityId"),
          option(
              "indiaTelemarketerId",
              "India: telemarketer id",
              "Only for messages to India: the id of the telemarketer in the DLT register.",
              TEXT,
              "options.regional.indiaDlt.telemarketerId",
              "indiaPrincipalEntityId"),
          option(
              "turkeyRecipientType",
              "Turkey: kind of recipient",
              "Only for messages to Turkey: BIREYSEL for private persons, TACIR for merchants.",
              "BIREYSEL|TACIR",
              "options.regional.turkeyIys.recipientType",
              ""),
          option(
              "turkeyBrandCode",
              "Turkey: brand code",
              "Only for messages to Turkey: the code of your brand in the register (IYS).",
              "[0-9]{1,20}",
              "options.regional.turkeyIys.brandCode",
              "turkeyRecipientType"),
          option(
              "koreaTitle",
              "South Korea: title",
              "Only for messages to South Korea: their title, up to 66 characters.",
              "[^\\p{Cntrl}]{1,66}",
              "options.regional.southKorea.title",
              ""),
          option(
              "koreaResellerCode",
              "South Korea: reseller code",
              "Only for messages to South Korea: the code of the reseller.",
              "[0-9]{1,9}",
              "options.regional.southKorea.resellerCode",
              ""));

  private static final Field VALIDITY =
      new Field(
          VALIDITY_MINUTES,
          "Validity in minutes",
          "Optional: how long Infobip tries to deliver a message, 48 hours at most.",
          false,
          false,
          "[1-9][0-9]{0,2}|1[0-9]{3}|2[0-7][0-9]{2}|28[0-7][0-9]|2880",
          "minutes, from 1 to 2880");

  static final List<Field> FIELDS =
      Stream.concat(Stream.of(VALIDITY), OPTIONS.stream().map(Option::field)).toList();

  private MessageOptions() {}

  /** Writes the settings that an account has into a message. */
  static void write(Map<String, String> settings, ObjectNode message) {
    String minutes = settings.get(VALIDITY_MINUTES);
    if (minutes != null) {
      message
          .withObject("/options/validityPeriod")
          .put("amount", Integer.parseInt(minutes))
          .put("timeUnit", "MINUTES");
    }
    for (Option option : OPTIONS) {
      String value = settings.get(option.field().name());
      if (value != null) {
        int last = option.path().lastIndexOf('.');
        message
            .withObject("/" + option.path().substring(0, last).replace('.', '/'))
            .put(option.path().substring(last + 1), value);
      }
    }
  }

  /** Whether Infobip changes the letters of a text, so that its parts cannot be counted here. */
  static boolean transliterates(Map<String, String> settings) {
    return !settings.getOrDefault(TRANSLITERATION, "NONE").equals("NONE");
  }

  /** Settings that mean nothing without another one. */
  static List<Finding> check(Draft draft) {
    return OPTIONS.stream()
        .filter(option -> draft.has(option.field().name()))
        .map(Option::needs)
        .filter(needed -> !needed.isEmpty() && !draft.has(needed))
        .distinct()
        .map(needed -> new Finding(needed, "is needed together with the others of this country"))
        .toList();
  }

  private static Option option(
      String name, String label, String help, String pattern, String path, String needs) {
    String expected =
        pattern.matches("[A-Z_|]+")
            ? "one of: " + pattern.replace("|", ", ")
            : pattern.startsWith("[0-9]") ? "digits" : "a short text without line breaks";
    return new Option(new Field(name, label, help, false, false, pattern, expected), path, needs);
  }
}
