package io.parley.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountInputTest {

  @Test
  void textFormHoldsNoSecret() {
    // Given
    AccountInput input =
        new AccountInput(
            null,
            "Twilio",
            "twilio",
            Channel.SMS,
            Map.of("accountSid", "AC1"),
            Map.of("t", "s3cr"));

    // When
    String text = input.toString();

    // Then
    assertThat(text).doesNotContain("s3cr").doesNotContain("AC1");
  }
}
