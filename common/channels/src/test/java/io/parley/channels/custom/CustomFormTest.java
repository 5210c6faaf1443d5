package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.changed;
import static io.parley.channels.custom.Samples.findings;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.pigeon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an account is said when it is saved, at the field that is wrong. */
class CustomFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          callAuthentication  | (none)                   | callAuthentication  | is required
          callAuthName        | (none)                   | callAuthName        | is required
          callAuthentication  | none                     | callSecret          | must be left out
          callFormat          | xml                      | messageFrom         | (ok)
          messageFrom         | sender                   | messageFrom         | must be a JSON pointer
          messageFrom         | (none)                   | messageFrom         | is required
          messageTo           | ^                        | messageTo           | must name a field
          messageList         | items                    | messageList         | must be a JSON pointer
          messageConsentValues| leave = AWAY             | messageConsentValues| one of STOP
          messageConsentValues| leave                    | messageConsentValues| lines of the form
          receiptStatusValues | landed = THERE           | receiptStatusValues | line 1 does not
          receiptStatusValues | (none)                   | receiptStatusValues | is required
          receiptStatus       | (none)                   | receiptStatus       | is required together
          receiptPart         | /part                    | receiptParts        | is needed together
          receiptsBy          | field                    | receiptMark         | is required where
          receiptsBy          | list                     | receiptList         | is required where
          receiptMark         | /x                       | receiptMark         | counts only
          callAnswerStatus    | 404                      | callAnswerStatus    | from 200 to 299
          callAnswerType      | (none)                   | callAnswerType      | is required together
          callAnswerType      | text                     | callAnswerType      | must be a media type
          sendUrl             | (none)                   | sendUrl             | is required
          sendUrl             | https://{{to}}.example/x | sendUrl             | a host without
          sendUrl             | https://a@b.example/x    | sendUrl             | a host without
          sendUrl             | https://b.example/{x}    | sendUrl             | must be a URL
          sendUrl             | https://b.example/#a     | sendUrl             | without #
          sendUrl             | https://b.example/{{to   | sendUrl             | no }} ends
          sendUrl             | https://b.example/{{mediaUrls}} | sendUrl      | must not hold {{mediaUrls}}
          sendBody            | {"to": {{to}}}           | sendBody            | placeholders in quotes
          sendBody            | {"a":1,"a":2}            | sendBody            | must be JSON
          sendBody            | {"a":1} x                | sendBody            | must be JSON
          sendBody            | {"{{to}}":1}             | sendBody            | in a member's name
          sendBody            | {"a":"{{phone}}"}        | sendBody            | does not exist
          sendBody            | "{{text}}"               | sendBody            | object or array
          sendBody            | (none)                   | sendBody            | is required, unless
          sendBody            | {"to":"{{to}}"}          | sendBody            | {{text}}
          sendBody            | {"to":"{{text}}"}        | sendBody            | {{to}} or {{toDigits}}
          sendBody            | {"a":"{{to}} {{text}} {{messageId}}"} | sendBody | {{mediaUrls}}
          sendBody            | {"a":"{{to}} {{text}} {{mediaUrls}}"} | repeatable | {{messageId}}
          sendBody            | {"a":"{{to}} {{text}} {{messageId}} {{mediaUrls}} {{secret}}"} | sendAuthentication | must be template
          sendMethod          | GET                      | sendFormat          | must be none
          sendFormat          | none                     | sendBody            | must be left out
          sendFormat          | form                     | sendBody            | name=value
          sendFormat          | xml                      | sendBody            | must be XML
          sendHeaders         | X-A                      | sendHeaders         | Name: value
          sendHeaders         | Host: x                  | sendHeaders         | must not set Host
          sendHeaders         | x-api-key: x             | sendHeaders         | must not set x-api-key
          sendHeaders         | X-A: {{text}}            | sendHeaders         | neither
          sendAuthentication  | (none)                   | sendAuthentication  | is required
          sendAuthentication  | template                 | sendAuthentication  | must be template
          sendAuthName        | (none)                   | sendAuthName        | is required
          sendAuthentication  | basic                    | sendUser            | is required
          sendAuthentication  | none                     | sendSecret          | must be left out
          retryStatus         | 200-429                  | retryStatus         | a success
          repeatable          | no                       | takenStatus         | counts only
          successValues       | ok                       | successField        | is required together
          errorMeanings       | 7 = OUTCOME_UNKNOWN      | errorMeanings       | the causes
          errorMeanings       | 7 = OTHER soon           | errorMeanings       | the causes
          errorMeanings       | = OTHER                  | errorMeanings       | lines of the form
          longestText         | 1601                     | longestText         | from 1 to 1600
          repeatFor           | 0                        | repeatFor           | from 1 to 720
          checkSuccessField   | (none)                   | checkSuccessField   | is required together
          checkUrl            | https://b.example/{{to}} | checkUrl            | must not hold {{to}}
          checkSenderUrl      | https://b.example/{{to}} | checkSenderUrl      | must not hold {{to}}
          checkUrl            | (none)                   | checkUrl            | is required together
          endpoint            | https://b.example/       | endpoint            | must be left out
          """)
  void aWrongSettingIsFoundAtItsField(String setting, String value, String field, String problem) {
    // Given
    OpenAccount account = pigeon(setting, value);
    // When
    List<Finding> found = findings(account);
    // Then
    if (problem.equals("(ok)")) {
      assertThat(found).extracting(Finding::field).doesNotContain(field);
    } else {
      assertThat(found)
          .anySatisfy(
              finding -> {
                assertThat(finding.field()).isEqualTo(field);
                assertThat(finding.problem()).contains(problem);
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          endpoint            | (none)                | endpoint            | is required
          endpoint            | https://x.example/{{to}} | endpoint         | must not hold
          channelDefinitionId | (none)                | channelDefinitionId | is required
          sendUrl             | https://x.example     | sendUrl             | must be left out
          region              | NL                    | region              | only SMS
          longestText         | 6001                  | longestText         | from 1 to 6000
          checkSuccessField   | state                 | checkSuccessField   | JSON pointer
          """)
  void aWrongSettingOfTheContractIsFoundAtItsField(
      String setting, String value, String field, String problem) {
    // When
    List<Finding> found = findings(harbour(setting, value));
    // Then
    assertThat(found)
        .anySatisfy(
            finding -> {
              assertThat(finding.field()).isEqualTo(field);
              assertThat(finding.problem()).contains(problem);
            });
  }

  @Test
  void anSmsByTheContractHasNoAttachments() {
    // Given
    Draft draft =
        new Draft(
            Channel.SMS,
            Document.settings("contract-settings"),
            Map.of("sharedSecret", Samples.SHARED_SECRET),
            Set.of());
    // When / Then
    assertThat(CustomForm.FORM.rules().check(draft))
        .extracting(Finding::field)
        .containsExactly("media");
  }

  @Test
  void aShortSharedSecretIsRefused() {
    // Given
    Draft draft =
        new Draft(
            Channel.CUSTOM,
            Document.settings("contract-settings"),
            Map.of("sharedSecret", "short"),
            Set.of());
    // When / Then
    assertThat(CustomForm.FORM.rules().check(draft))
        .containsExactly(new Finding("sharedSecret", "must have at least 16 characters"));
  }

  @Test
  void aSecretThatStaysIsThere() {
    // Given
    Draft draft =
        new Draft(
            Channel.SMS,
            Document.settings("http-settings"),
            Map.of(),
            Set.of("callSecret", "sendSecret"));
    // When / Then
    assertThat(CustomForm.FORM.rules().check(draft)).isEmpty();
  }

  @Test
  void aKeyThatIsNotInItsEncodingIsRefusedWithoutShowingIt() {
    // Given
    Draft draft =
        new Draft(
            Channel.SMS,
            changed(Document.settings("http-settings"), "callKeyEncoding", "hex"),
            Map.of("callSecret", "not-hex-at-all", "sendSecret", "s"),
            Set.of());
    // When
    List<Finding> found = CustomForm.FORM.rules().check(draft);
    // Then
    assertThat(found).extracting(Finding::field).containsExactly("callSecret");
    assertThat(found.toString()).doesNotContain("not-hex-at-all");
  }

  @Test
  void formsHaveNoListsAndNoObjects() {
    // Given
    OpenAccount account = pigeon("callFormat", "form", "messageList", "items", "receiptsBy", "url");
    // When / Then
    assertThat(findings(account))
        .extracting(Finding::field)
        .contains("messageList", "messageMediaUrl", "messageMediaType");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, 1 206 555 0100, +12065550100",
    "TOLL_FREE, +18005550100, +18005550100",
    "SHORT_CODE, 72345, 72345",
    "ALPHANUMERIC, Parley Desk, Parley Desk",
    "CUSTOM, desk:1/ä, desk:1/ä"
  })
  void addressesAreReadAsEntered(SenderType type, String entered, String expected) {
    // When
    String read = CustomForm.FORM.addresses().read(Channel.SMS, type, entered);
    // Then
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, Parley, expected a number",
    "LONG_CODE, +18005550100, toll-free",
    "SHORT_CODE, 12, 3 to 8 digits",
    "ALPHANUMERIC, Parley Desk 12, at most 11",
    "ALPHANUMERIC, 12345, with a letter",
    "CUSTOM, a b, without blanks",
    "WHATSAPP_NUMBER, +12065550100, expected a number"
  })
  void aRefusedAddressSaysWhatIsExpected(SenderType type, String entered, String expected) {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomForm.FORM.addresses().read(Channel.SMS, type, entered))
        .withMessageContaining(expected);
  }

  @Test
  void patternsAreUnderstoodByBrowsersToo() {
    // When / Then
    assertThat(CustomForm.FORM.fields())
        .extracting(Field::pattern)
        .noneMatch(pattern -> pattern.contains("\\Q") || pattern.contains("(?s)"));
  }

  @Test
  void noNameOfAFieldIsThereTwice() {
    // When / Then
    assertThat(CustomForm.FORM.fields()).extracting(Field::name).doesNotHaveDuplicates();
  }
}
