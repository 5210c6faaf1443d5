package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CustomerNumbers.Customer;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "+14255550177, , +14255550177,",
    "14255550177, , +14255550177,",
    "' 1 (425) 555-0177 ', , +14255550177,",
    "31612345678, , +31612345678,",
    "31612345678, NL, +31612345678, ",
    "0612345678, NL, +31612345678, 0612345678",
    "'06-1234 5678', NL, +31612345678, 06-1234 5678",
    "+31612345678, US, +31612345678,",
    "4252306549, US, +14252306549, 4252306549",
    "99999999999, , +99999999999,"
  })
  void numberHasOneFormAndTheOtherIsKeptForTheReply(
      String received, @Nullable String region, String expected, @Nullable String replyTo) {
    // When
    Optional<Customer> customer = CustomerNumbers.read(received, region);

    // Then
    assertThat(customer)
        .contains(new Customer(new CustomerAddress(Kind.PHONE_NUMBER, expected), replyTo));
  }

  @ParameterizedTest
  @CsvSource({
    "72345, SHORT_CODE, 72345",
    "723, SHORT_CODE, 723",
    "'72 34 56', SHORT_CODE, 723456",
    "Bank, NAME, Bank",
    "My Bank 24, NAME, My Bank 24",
    "12, NAME, 12",
    "+12, NAME, +12",
    "1234567890123456, NAME, 1234567890123456"
  })
  void sendersThatAreNoNumbersKeepTheirForm(String received, Kind kind, String value) {
    // When
    Optional<Customer> customer = CustomerNumbers.read(received, null);

    // Then
    assertThat(customer).contains(new Customer(new CustomerAddress(kind, value), null));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\0", " \0 ", "\0 \0"})
  void withoutASenderThereIsNobody(@Nullable String received) {
    // When
    Optional<Customer> customer = CustomerNumbers.read(received, null);

    // Then
    assertThat(customer).isEmpty();
  }

  @Test
  void endlessSenderIsNobody() {
    // When
    Optional<Customer> customer = CustomerNumbers.read("x".repeat(201), null);

    // Then
    assertThat(customer).isEmpty();
  }

  @Property(tries = 2_000)
  void anySenderIsReadWithoutAnException(@ForAll String received) {
    // When
    Optional<Customer> customer = CustomerNumbers.read(received, "NL");

    // Then
    customer.ifPresent(
        read -> {
          assertThat(read.address().value()).isNotBlank().doesNotContain("\0");
          assertThat(read.address().kind()).isNotEqualTo(Kind.BUSINESS_SCOPED_ID);
        });
  }
}
