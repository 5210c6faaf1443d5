package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_ID;
import static io.parley.channels.twilio.Samples.ADDRESS_ID;
import static io.parley.channels.twilio.Samples.BUTTON_BODY;
import static io.parley.channels.twilio.Samples.INBOUND_BODY;
import static io.parley.channels.twilio.Samples.LOCATION_BODY;
import static io.parley.channels.twilio.Samples.NOW;
import static io.parley.channels.twilio.Samples.SANDBOX;
import static io.parley.channels.twilio.Samples.SID;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.WHATSAPP_URL;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.message;
import static io.parley.channels.twilio.Samples.post;
import static io.parley.channels.twilio.Samples.receive;
import static io.parley.channels.twilio.Samples.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.Reception;
import io.parley.channels.wire.Attributes;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.CustomerProfile;
import io.parley.events.Location;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.QuotedMessage;
import io.parley.events.Referral;
import io.parley.events.Selection;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of an inbound message that the provider files name. */
class InboundMessageTest {

  private final TwilioReceiver receiver = new TwilioReceiver();

  @Test
  void documentedSmsIsReadWhole() {
    // When
    Reception reception =
        receiver.receive(
            post(URL, "", INBOUND_BODY, signature(URL, INBOUND_BODY)), account(Channel.SMS), NOW);

    // Then
    assertThat(message(reception))
        .isEqualTo(
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.SMS,
                "twilio",
                SID,
                new CustomerAddress(Kind.PHONE_NUMBER, "+12065550142"),
                null,
                "+12065550100",
                "Héllo, where is order #42? 📦 ",
                List.of(),
                null,
                null,
                null,
                null,
                new CustomerProfile(null, null, null, "SEATTLE", "WA", "98101", "US"),
                null,
                Map.of(
                    "ToCountry", "US",
                    "ToState", "WA",
                    "NumSegments", "1",
                    "SmsStatus", "received",
                    "ApiVersion", "2010-04-01"),
                null,
                NOW));
  }

  @Test
  void documentedButtonReplyIsReadWhole() {
    // When
    Reception reception =
        receiver.receive(
            post(WHATSAPP_URL, "", BUTTON_BODY, "WuEPtw+GwAfsS5WuuFarr6eAeRw="),
            account(Channel.WHATSAPP),
            NOW);

    // Then
    assertThat(message(reception))
        .isEqualTo(
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.WHATSAPP,
                "twilio",
                "SMaabbccddeeff00112233445566778899",
                new CustomerAddress(Kind.PHONE_NUMBER, "+31612345678"),
                null,
                "+12065550177",
                "Yes, confirm",
                List.of(),
                null,
                new Selection(Selection.Kind.BUTTON, "confirm_8841", "Yes, confirm", null),
                new QuotedMessage("MM11112222333344445555666677778888", "whatsapp:+12065550177"),
                null,
                new CustomerProfile("Zoë Quist", null, "31612345678", null, null, null, null),
                null,
                Map.of(
                    "MessageType", "button",
                    "ButtonType", "REPLY",
                    "NumSegments", "1",
                    "SmsStatus", "received",
                    "ApiVersion", "2010-04-01"),
                null,
                NOW));
  }

  @Test
  void documentedLocationIsRead() {
    // When
    Reception reception =
        receiver.receive(
            post(WHATSAPP_URL, "", LOCATION_BODY, "LcSPppsRRfa1of8vgOA/YLefV0g="),
            account(Channel.WHATSAPP),
            NOW);

    // Then
    assertThat(message(reception).location())
        .isEqualTo(
            new Location(
                new BigDecimal("52.370216"), new BigDecimal("4.895168"), "Dam", "Dam, Amsterdam"));
    assertThat(message(reception).text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"52.1, (none)", "(none), 4.8", "91, 4.8", "52.1, 181", "1e9999999, 4.8", "NaN, 4.8"})
  void locationNeedsTwoGoodCoordinates(String latitude, String longitude) {
    // When
    Reception reception =
        receive(Channel.WHATSAPP, "Latitude", latitude, "Longitude", longitude, "Label", "Dam");

    // Then
    assertThat(message(reception).location()).isNull();
    assertThat(message(reception).attributes()).containsEntry("Label", "Dam");
  }

  @Test
  void attachmentsComeInTheirOrderWhateverNumMediaSays() {
    // When
    Reception reception =
        receive(
            Channel.SMS,
            "NumMedia",
            "1",
            "MediaUrl10",
            "https://api.twilio.com/c",
            "MediaUrl1",
            "https://api.twilio.com/b",
            "MediaUrl0",
            "https://api.twilio.com/a",
            "MediaContentType0",
            "image/jpeg");

    // Then
    assertThat(message(reception).media())
        .containsExactly(
            new Media(URI.create("https://api.twilio.com/a"), "image/jpeg"),
            new Media(URI.create("https://api.twilio.com/b"), null),
            new Media(URI.create("https://api.twilio.com/c"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a url", "file:///etc/passwd", "/relative", "https:"})
  void attachmentWithoutAWebAddressStaysAmongTheAttributes(String url) {
    // When
    Reception reception = receive(Channel.SMS, "NumMedia", "1", "MediaUrl0", url);

    // Then
    assertThat(message(reception).media()).isEmpty();
    assertThat(message(reception).attributes()).containsEntry("MediaUrl0", url);
  }

  @Test
  void pictureWithoutTextIsAMessage() {
    // When
    Reception reception =
        receive(
            Channel.SMS,
            "Body",
            "(none)",
            "NumMedia",
            "1",
            "MediaUrl0",
            "https://api.twilio.com/a");

    // Then
    assertThat(message(reception).text()).isEmpty();
    assertThat(message(reception).media()).hasSize(1);
  }

  @Test
  void listItemIsRead() {
    // When
    Reception reception =
        receive(
            Channel.WHATSAPP,
            "ListId",
            "slot_2",
            "ListTitle",
            "Tuesday",
            "ListDescription",
            "Morning");

    // Then
    assertThat(message(reception).selection())
        .isEqualTo(new Selection(Selection.Kind.LIST_ITEM, "slot_2", "Tuesday", "Morning"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"slot_2\",\"title\":\"Tuesday\"}}",
        "{\"interactive\":{\"list_reply\":{\"id\":\"slot_2\",\"title\":\"Tuesday\"}}}",
        "{\"data\":{\"list_reply\":{\"id\":\"slot_2\",\"title\":\"Tuesday\",\"extra\":1}}}"
      })
  void listItemIsReadFromInteractiveData(String data) {
    // When
    Reception reception = receive(Channel.WHATSAPP, "InteractiveData", data);

    // Then
    assertThat(message(reception).selection())
        .isEqualTo(new Selection(Selection.Kind.LIST_ITEM, "slot_2", "Tuesday", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "7", "{\"list_reply\":\"x\"}"})
  void interactiveDataThatMakesNoSenseIsOnlyKept(String data) {
    // When
    Reception reception = receive(Channel.WHATSAPP, "InteractiveData", data);

    // Then
    assertThat(message(reception).selection()).isNull();
    assertThat(message(reception).attributes()).containsEntry("InteractiveData", data);
  }

  @Test
  void referralIsRead() {
    // When
    Reception reception =
        receive(
            Channel.WHATSAPP,
            "ReferralBody",
            "20 % off",
            "ReferralHeadline",
            "Shoes",
            "ReferralSourceId",
            "123",
            "ReferralSourceType",
            "ad",
            "ReferralSourceUrl",
            "https://example.org/ad",
            "ReferralMediaId",
            "77",
            "ReferralMediaContentType",
            "image/png",
            "ReferralMediaUrl",
            "https://example.org/ad.png",
            "ReferralNumMedia",
            "1",
            "ReferralCtwaClid",
            "click");

    // Then
    assertThat(message(reception).referral())
        .isEqualTo(
            new Referral(
                "ad",
                "123",
                "https://example.org/ad",
                "Shoes",
                "20 % off",
                "click",
                List.of(new Media(URI.create("https://example.org/ad.png"), "image/png"))));
    assertThat(message(reception).attributes()).containsEntry("ReferralMediaId", "77");
  }

  @Test
  void referralNumMediaAloneIsNoReferral() {
    // When
    Reception reception = receive(Channel.WHATSAPP, "ReferralNumMedia", "0");

    // Then
    assertThat(message(reception).referral()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "+12065550142, PHONE_NUMBER, +12065550142",
    "72345, SHORT_CODE, 72345",
    "ACME Shop, NAME, ACME Shop",
    "1234567, NAME, 1234567"
  })
  void smsSenderHasAKind(String from, Kind kind, String value) {
    // When
    Reception reception = receive(Channel.SMS, "From", from);

    // Then
    assertThat(message(reception).from()).isEqualTo(new CustomerAddress(kind, value));
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp:+31612345678, PHONE_NUMBER, +31612345678",
    "+31612345678, PHONE_NUMBER, +31612345678",
    "WhatsApp:+31612345678, PHONE_NUMBER, +31612345678",
    "whatsapp:NL.13491208655302741918, BUSINESS_SCOPED_ID, NL.13491208655302741918",
    "whatsapp:NL.ENT.1349, BUSINESS_SCOPED_ID, NL.ENT.1349"
  })
  void whatsAppSenderHasAKind(String from, Kind kind, String value) {
    // When
    Reception reception = receive(Channel.WHATSAPP, "From", from);

    // Then
    assertThat(message(reception).from()).isEqualTo(new CustomerAddress(kind, value));
  }

  @Test
  void externalUserIdStandsInForAMissingSender() {
    // When
    Reception reception =
        receive(Channel.WHATSAPP, "From", "", "ExternalUserId", "whatsapp:NL.1349");

    // Then
    assertThat(message(reception).from())
        .isEqualTo(new CustomerAddress(Kind.BUSINESS_SCOPED_ID, "NL.1349"));
  }

  @Test
  void externalUserIdIsThePlatformIdBesideANumber() {
    // When
    Reception reception =
        receive(Channel.WHATSAPP, "ExternalUserId", "whatsapp:NL.1349", "WaId", "31612345678");

    // Then
    assertThat(message(reception).profile().platformUserId()).isEqualTo("NL.1349");
    assertThat(message(reception).attributes()).containsEntry("WaId", "31612345678");
  }

  @Test
  void numberOfAHiddenUserIsKeptWhereItIsKnown() {
    // When
    Reception reception =
        receive(Channel.WHATSAPP, "From", "whatsapp:NL.1349", "WaId", "31612345678");

    // Then
    assertThat(message(reception).profile().phoneNumber()).isEqualTo("+31612345678");
  }

  @ParameterizedTest
  @CsvSource({"STOP, STOP", "start, START", "HELP, HELP"})
  void optOutTypeIsTheConsentSignal(String type, ConsentSignal signal) {
    // When
    Reception reception = receive(Channel.SMS, "OptOutType", type);

    // Then
    assertThat(message(reception).consent()).isEqualTo(signal);
    assertThat(message(reception).attributes()).doesNotContainKey("OptOutType");
  }

  @Test
  void unknownOptOutTypeIsOnlyKept() {
    // When
    Reception reception = receive(Channel.SMS, "OptOutType", "PAUSE");

    // Then
    assertThat(message(reception).consent()).isNull();
    assertThat(message(reception).attributes()).containsEntry("OptOutType", "PAUSE");
  }

  @Test
  void fieldsWithoutAPlaceOfTheirOwnAreAttributes() {
    // When
    Reception reception =
        receive(
            Channel.WHATSAPP,
            "Forwarded",
            "true",
            "FrequentlyForwarded",
            "true",
            "FlowData",
            "{\"a\":1}",
            "ChannelMetadata",
            "{\"type\":\"whatsapp\"}",
            "MessagingServiceSid",
            "MG00112233445566778899aabbccddeeff",
            "ErrorCode",
            "11200",
            "ErrorUrl",
            "https://desk.example.org/x");

    // Then
    assertThat(message(reception).attributes())
        .containsOnlyKeys(
            "Forwarded",
            "FrequentlyForwarded",
            "FlowData",
            "ChannelMetadata",
            "MessagingServiceSid",
            "ErrorCode",
            "ErrorUrl",
            "SmsStatus");
  }

  @Test
  void attributesAreBoundedInNumberAndSize() {
    // Given
    String[] fields = new String[400];
    for (int i = 0; i < fields.length; i += 2) {
      fields[i] = "Extra" + i;
      fields[i + 1] = "📦".repeat(3_000);
    }

    // When
    Map<String, String> attributes = message(receive(Channel.SMS, fields)).attributes();

    // Then
    assertThat(attributes).hasSizeLessThanOrEqualTo(Attributes.MOST);
    assertThat(attributes.values()).allMatch(value -> value.length() <= Attributes.LONGEST_VALUE);
    assertThat(attributes.values().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(Attributes.MOST_CHARACTERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_600, 1_601, 20_000})
  void textIsKeptWhole(int length) {
    // Given
    String text = "é".repeat(length);

    // When
    Reception reception = receive(Channel.SMS, "Body", text);

    // Then
    assertThat(message(reception).text()).isEqualTo(text);
  }

  @Test
  void nulIsRemovedAfterTheSignatureIsChecked() {
    // When
    Reception reception =
        receive(Channel.WHATSAPP, "Body", "a\0b", "ProfileName", "\0Zoë", "X", "1\0");

    // Then
    assertThat(message(reception).text()).isEqualTo("ab");
    assertThat(message(reception).profile().name()).isEqualTo("Zoë");
    assertThat(message(reception).attributes()).containsEntry("X", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SmsSid", "SmsMessageSid"})
  void olderNamesOfTheIdAreUnderstood(String name) {
    // When
    Reception reception = receive(Channel.SMS, "MessageSid", "(none)", name, SID);

    // Then
    assertThat(message(reception).providerMessageId()).isEqualTo(SID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"join brave-otter", "Join brave-otter "})
  void joiningTheSandboxIsNoMessage(String text) {
    // When
    Reception reception = receive(Channel.WHATSAPP, "To", "whatsapp:" + SANDBOX, "Body", text);

    // Then
    assertThat(((Reception.Understood) reception).messages()).isEmpty();
  }

  @Test
  void sameWordsToAnotherNumberAreAMessage() {
    // When
    Reception reception = receive(Channel.WHATSAPP, "Body", "join brave-otter");

    // Then
    assertThat(message(reception).text()).isEqualTo("join brave-otter");
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, To, +12065550199",
    "SMS, To, (none)",
    "SMS, From, (none)",
    "SMS, From, ' '",
    "SMS, From, whatsapp:+31612345678",
    "SMS, From, messenger:1234",
    "SMS, MessageSid, (none)",
    "SMS, MessageSid, a b",
    "WHATSAPP, To, whatsapp:+12065550199",
    "WHATSAPP, From, rcs:acme"
  })
  void messageThatCannotBePlacedIsNotUnderstood(Channel channel, String field, String value) {
    // When
    Reception reception = receive(channel, field, value);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void reasonForAnUnknownAddressNamesIt() {
    // When
    Reception reception = receive(Channel.SMS, "To", "+12065550199", "Body", "private words");

    // Then
    assertThat(((Reception.NotUnderstood) reception).reason())
        .contains("+12065550199")
        .doesNotContain("private");
  }
}
