package io.parley.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.codec.digest.DigestUtils;

/** The official SDK and our code agree over generated calls, in both directions. */
class TwilioSignatureOracleTest {

  @Property(tries = 2_000)
  void sdkAcceptsWhatWeSign(
      @ForAll("tokens") String token,
      @ForAll("urls") String url,
      @ForAll("parameters") Map<String, String> parameters) {
    // Given
    String signature = TwilioSignature.sign(token, url, repeated(parameters));

    // When
    boolean accepted = new RequestValidator(token).validate(url, parameters, signature);

    // Then
    assertThat(accepted).isTrue();
  }

  /** The SDK decodes queries when it changes the port, so verdicts are compared without escapes. */
  @Property(tries = 2_000)
  void bothComeToTheSameVerdict(
      @ForAll("tokens") String token,
      @ForAll("plainUrls") String signedUrl,
      @ForAll("plainUrls") String otherUrl,
      @ForAll("parameters") Map<String, String> signedParameters,
      @ForAll("parameters") Map<String, String> otherParameters,
      @ForAll boolean sameUrl,
      @ForAll boolean sameParameters) {
    // Given
    String signature = TwilioSignature.sign(token, signedUrl, repeated(signedParameters));
    String url = sameUrl ? otherPort(signedUrl) : otherUrl;
    Map<String, String> parameters = sameParameters ? signedParameters : otherParameters;

    // When
    boolean ours = TwilioSignature.matches(List.of(token), url, repeated(parameters), signature);

    // Then
    assertThat(ours).isEqualTo(new RequestValidator(token).validate(url, parameters, signature));
  }

  @Property(tries = 1_000)
  void bothHashBodiesAlike(@ForAll("texts") String signed, @ForAll("texts") String sent) {
    // Given
    String hash = DigestUtils.sha256Hex(signed);

    // When
    boolean ours = TwilioSignature.bodyMatches(sent.getBytes(UTF_8), hash);

    // Then
    assertThat(ours).isEqualTo(new RequestValidator("any").validateBody(sent, hash));
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.strings().withChars("0123456789abcdef").ofMinLength(1).ofMaxLength(32);
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> query =
        Arbitraries.of("", "?tenant=acme", "?a=%2B1&b=%C3%A9", "?x=y+z", "?empty=&b");
    return Combinators.combine(plainUrls(), query)
        .as((url, more) -> url.contains("?") ? url : url + more);
  }

  @Provide
  Arbitrary<String> plainUrls() {
    return Combinators.combine(
            Arbitraries.of("https", "http"),
            Arbitraries.of("desk.example.org", "a-b.example", "127.0.0.1", "[2001:db8::1]"),
            Arbitraries.of("", ":443", ":80", ":8443"),
            Arbitraries.of("/", "/webhooks/twilio/ch_7", "/webhooks/twilio/ch_7/", "/a/b.c~d"),
            Arbitraries.of("", "?tenant=acme", "?a=1&a=2"))
        .as((scheme, host, port, path, query) -> scheme + "://" + host + port + path + query);
  }

  @Provide
  Arbitrary<Map<String, String>> parameters() {
    Arbitrary<String> names =
        Arbitraries.strings().alpha().numeric().withChars("_.é").ofMinLength(1).ofMaxLength(12);
    return Arbitraries.maps(names, texts()).ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(40)
        .filter(TwilioSignatureOracleTest::isUnicode)
        .edgeCases(edges -> edges.add("", " ", "é 📦", "a=b&c+d%20"));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String otherPort(String url) {
    return url.startsWith("https://")
        ? url.replaceFirst(":443/", "/")
        : url.replaceFirst(":80/", "/");
  }

  private static Map<String, List<String>> repeated(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }
}
