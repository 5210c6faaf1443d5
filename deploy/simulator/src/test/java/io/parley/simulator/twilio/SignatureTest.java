package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.parley.simulator.http.Parameters;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  private static final String TOKEN = "6f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final String DESK = "https://desk.example.org/webhooks/twilio/ch_7";

  /** The vectors of twilio-sms.md §4.1; an address without a host stands for the one above. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``;Body=Hi&From=%2B12065550142&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&To=%2B12065550100;2BmNvfY2USHxgokaYS8xrH0P4fg=",
        "``;Tag=b&Tag=a&Tag=a&Body=;cx1McskxqMJybzYiKVRV8YJjv+c=",
        "``;b=1&B=2&a=3&Z=4;zawcw96pOdxrH7yeJ62WbTpuk4Y=",
        "/status;SmsSid=SM99887766554433221100ffeeddccbbaa&SmsStatus=undelivered&MessageStatus=undelivered&To=%2B12065550142&MessageSid=SM99887766554433221100ffeeddccbbaa&AccountSid=AC00112233445566778899aabbccddeeff&From=%2B12065550100&ApiVersion=2010-04-01&ErrorCode=30005;MNyym3W+eD+twPOMEyCfOQNt9+4=",
        "?Body=Hi&From=%2B12065550142&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&To=%2B12065550100;``;hq3XZGY+rrpr1mJm/qdHCKW2k7U=",
        "?tenant=acme&bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f;``;fSg4e5f5Ki20vuiqX4MrJS6BN1s=",
      })
  void agreesWithTheVectorsOfTheProviderFile(String rest, String form, String signature) {
    // When
    String made = Signature.of(TOKEN, DESK + rest, Parameters.parse(form));

    // Then
    assertThat(made).isEqualTo(signature);
  }

  @Property(tries = 500)
  void agreesWithTheOfficialValidator(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String token,
      @ForAll @AlphaChars @StringLength(max = 20) String path,
      @ForAll @Size(max = 12) Map<@AlphaChars @NotBlank String, String> values) {
    // Given
    String url = "https://desk.example.org/" + path + "?tenant=acme&x=%2f%20+";

    // When
    String made = Signature.of(token, url, Parameters.of(values));

    // Then
    assertThat(new RequestValidator(token).validate(url, values, made)).isTrue();
  }

  @Property(tries = 200)
  void isRefusedByTheOfficialValidatorUnderAnotherToken(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String token,
      @ForAll @Size(max = 5) Map<@AlphaChars @NotBlank String, String> values) {
    // When
    String made = Signature.of(token, DESK, Parameters.of(values));

    // Then
    assertThat(new RequestValidator(token + "x").validate(DESK, values, made)).isFalse();
  }
}
