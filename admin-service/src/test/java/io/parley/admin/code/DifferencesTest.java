package io.parley.admin.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{'a':1}            | {'a':1}                | []",
        "{'a':1,'b':2}      | {'b':2,'a':1}          | []",
        "{'a':5}            | {'a':5.0}              | []",
        "{'a':null}         | {}                     | []",
        "{'a':1}            | {'a':2}                | [/a 1 2]",
        "{'a':1}            | {'a':'1'}              | [/a 1 \"1\"]",
        "{'b':1,'c':1}      | {'a':1,'c':2}          | [/b 1 -, /c 1 2, /a - 1]",
        "{'a':{'b':{'c':1}}}| {'a':{'b':{'c':2}}}    | [/a/b/c 1 2]",
        "{'a':[1,2]}        | {'a':[1,3,4]}          | [/a/1 2 3, /a/2 - 4]",
        "{'a':[1,2]}        | {'a':[]}               | [/a/0 1 -, /a/1 2 -]",
        "{'a':[null]}       | {'a':[]}               | [/a/0 null -]",
        "{'a':{}}           | {'a':[]}               | [/a {} []]",
        "{'a':{'b':1}}      | {}                     | [/a {\"b\":1} -]",
        "{'a/b':{'c~d':1}}  | {'a/b':{'c~d':2}}      | [/a~1b/c~0d 1 2]",
        "1                  | 2                      | [ 1 2]"
      })
  void theSmallestValuesThatDifferAreNamed(String before, String after, String expected)
      throws JsonProcessingException {
    // When
    List<Difference> differences =
        Differences.between(
            JSON.readTree(before.replace('\'', '"')), JSON.readTree(after.replace('\'', '"')));

    // Then
    assertThat(
            differences.stream()
                .map(
                    d ->
                        d.pointer()
                            + " "
                            + (d.before() == null ? "-" : d.before())
                            + " "
                            + (d.after() == null ? "-" : d.after()))
                .toList())
        .hasToString(expected);
  }
}
