package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of domain/channels-and-accounts.md §2.1. */
class SenderAddressTest {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 ]{1,11}");

  @ParameterizedTest
  @CsvSource({
    "14252306549, +14252306549",
    "+14252306549, +14252306549",
    "+1 (425) 230-6549, +14252306549",
    "1.425.230.6549, +14252306549",
    "1/425/230/6549, +14252306549",
    "'\u00a01\u2010425\u2013230\u20146549 ', +14252306549",
    "+12065550100, +12065550100",
    "31612345678, +31612345678",
    "+447700900123, +447700900123"
  })
  void longCodeIsReadAsPeopleWriteIt(String entered, String expected) {
    // When
    String address = SenderAddress.longCode(entered);

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', with its country code",
    "'   ', with its country code",
    "+, with its country code",
    "++14252306549, with its country code",
    "4252306549, with its country code",
    "72345, with its country code",
    "123456789012345678901, with its country code",
    "+1425230654912345678, with its country code",
    "14252306549;9, with its country code",
    "ACME, cannot answer a sender name",
    "1-800-FLOWERS, cannot answer a sender name",
    "+18005550100, this is a toll-free number"
  })
  void whatIsNoLongCodeIsRefusedWithWhatIsExpected(String entered, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderAddress.longCode(entered))
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "18005550100, +18005550100",
    "+1-888-555-0100, +18885550100",
    "+448001111, +448001111"
  })
  void tollFreeNumberIsRead(String entered, String expected) {
    // When
    String address = SenderAddress.tollFree(entered);

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+14252306549", "+31612345678"})
  void otherNumbersAreNotTollFree(String entered) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderAddress.tollFree(entered))
        .withMessageContaining("expected a toll-free number");
  }

  @ParameterizedTest
  @CsvSource({"72345, 5, 6, 72345", "'7 23-456', 5, 6, 723456", "1234, 3, 8, 1234"})
  void shortCodeIsRead(String entered, int fewest, int most, String expected) {
    // When
    String address = SenderAddress.shortCode(entered, fewest, most, "72345");

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1234, 5, 6, '5 or 6 digits, such as 72345'",
    "1234567, 5, 6, 5 or 6 digits",
    "+72345, 5, 6, 5 or 6 digits",
    "'', 3, 8, 3 to 8 digits",
    "HELLO, 5, 6, cannot answer a sender name"
  })
  void whatIsNoShortCodeIsRefused(String entered, int fewest, int most, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderAddress.shortCode(entered, fewest, most, "72345"))
        .withMessageContaining(expected);
  }

  @Test
  void nameKeepsItsCaseAndItsInnerBlanks() {
    // When
    String name = SenderAddress.name(" My Shop 24 ", NAME, "a name");

    // Then
    assertThat(name).isEqualTo("My Shop 24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "TwelveLetter", "Zoë", "a\nb"})
  void whatTheProviderDoesNotAllowIsNoName(String entered) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderAddress.name(entered, NAME, "a name of 1 to 11 characters"))
        .withMessage("expected a name of 1 to 11 characters");
  }

  @ParameterizedTest
  @CsvSource({"+31612345678, +31612345678", "+31 6 1234 5678, +31612345678"})
  void whatsAppNumberIsRead(String entered, String expected) {
    // When
    String address = SenderAddress.whatsAppNumber(entered);

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "31612345678, leading plus sign",
    "+123, leading plus sign",
    "'', leading plus sign",
    "ACME, cannot answer a sender name"
  })
  void whatIsNoWhatsAppNumberIsRefused(String entered, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderAddress.whatsAppNumber(entered))
        .withMessageContaining(expected);
  }

  @Property(tries = 2_000)
  void anythingIsReadOrRefusedWithWhatIsExpected(@ForAll String entered) {
    // When
    @Nullable String refusal = null;
    String address = "+10000000";
    try {
      address = SenderAddress.longCode(entered);
    } catch (IllegalArgumentException e) {
      refusal = e.getMessage();
    }

    // Then
    assertThat(address).matches("\\+[0-9]{7,15}");
    assertThat(refusal == null || refusal.contains("expected") || refusal.contains("choose"))
        .isTrue();
  }
}
