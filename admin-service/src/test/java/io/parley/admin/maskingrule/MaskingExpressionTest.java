package io.parley.admin.maskingrule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which regular expressions can be used for masking. */
class MaskingExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ORD-\\d{8}",
        "(?i)secret",
        "(?:[A-Z]{2}){1,500}",
        "[]{}()]+x",
        "a\\{1000}",
        "x{1000}y{1000}",
        "[[:alpha:])]{3}",
        "a{,5}b"
      })
  void linearExpressionIsTaken(String expression) {
    assertThat(MaskingExpression.problem(expression)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(?=a)b|look-ahead",
        "(?!a)b|look-ahead",
        "(?<=a)b|look-behind",
        "(?<!a)b|look-behind",
        "(?>a)b|atomic",
        "(a)\\1|back-references",
        "a*+b|possessive",
        "[a|missing closing ]",
        "(a|missing closing )",
        "a)|closes nothing",
        "a{2000}|more than 1000",
        "((a{100}){100}){100}|more than 1000",
        "(a{1000}[[:alpha:])]){1000}|more than 1000",
        "((a{20}){20}b(c{60}){60})|more than 1000",
        "\\Q(\\E|\\Q is not supported",
        "a*|empty text",
        "|empty text"
      })
  void anotherOneIsRefusedWithTheReason(@Nullable String expression, String reason) {
    // Given
    String given = expression == null ? "" : expression;

    // When
    Optional<String> found = MaskingExpression.problem(given);

    // Then
    assertThat(found).hasValueSatisfying(problem -> assertThat(problem).contains(reason));
  }

  @ParameterizedTest
  @EnumSource
  void builtInRuleCanBeUsed(BuiltInRule rule) {
    assertThat(MaskingExpression.problem(rule.expression())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREDIT_CARD|card 4111 1111 1111 1111 please|card # please",
        "CREDIT_CARD|order 123456789012|order 123456789012",
        "E_MAIL|write to ada.l@mail.example.org now|write to # now",
        "SOCIAL_SECURITY_NUMBER|it is 078-05-1120.|it is #."
      })
  void builtInRuleMasksWhatItsNameSays(BuiltInRule rule, String text, String masked) {
    assertThat(Pattern.compile(rule.expression()).matcher(text).replaceAll("#")).isEqualTo(masked);
  }
}
