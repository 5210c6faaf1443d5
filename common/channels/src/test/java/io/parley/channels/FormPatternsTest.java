package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever fills in a form chooses the text that its patterns work on. */
class FormPatternsTest {

  private static final int LONG = 16_384;
  private static final int SMALL_STACK = 256 * 1024;
  private static final int MOST_LOOKS = 40 * LONG;

  private static final List<String> BEGINNINGS =
      List.of("", "https://", "https://a", "https://a.b", "https://a.b/", "/", "a", "1", "+1", "-");
  private static final List<String> REPEATED =
      List.of(
          "a",
          "1",
          ".",
          "/",
          "-",
          " ",
          "=",
          ":",
          "a.",
          ".a",
          "/a",
          "a/",
          "a,",
          ",a",
          "1,",
          ", 1",
          "1.",
          "a b",
          "1=SENT,",
          "100, ",
          "200-299,",
          "a=a",
          "{{to}}");
  private static final List<String> ENDS = List.of("", "!", "\n");

  static Stream<Field> fields() {
    return ChannelProviders.installed().all().stream()
        .flatMap(provider -> provider.accountForm().fields().stream());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void noTextOverflowsTheStackOrTakesLong(Field field) throws InterruptedException {
    // Given
    Pattern pattern = Pattern.compile(field.pattern());
    Throwable[] thrown = new Throwable[1];
    Thread matching = new Thread(null, () -> match(pattern), "small stack", SMALL_STACK);
    matching.setUncaughtExceptionHandler((thread, problem) -> thrown[0] = problem);

    // When
    matching.start();
    matching.join();

    // Then
    assertThat(thrown[0]).as(field.name()).isNull();
  }

  private static void match(Pattern pattern) {
    for (String beginning : BEGINNINGS) {
      for (String repeated : REPEATED) {
        for (String end : ENDS) {
          int times = (LONG - beginning.length() - end.length()) / repeated.length();
          pattern.matcher(new Counted(beginning + repeated.repeat(times) + end)).matches();
        }
      }
    }
  }

  /** Text that can be looked at so often and no more. */
  private static final class Counted implements CharSequence {

    private final String text;
    private int looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new IllegalStateException("looked at more than " + MOST_LOOKS + " characters");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
