package io.parley.platform.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.events.Channel;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

  @ParameterizedTest
  @CsvSource({
    "SMS, engagement.organisationPhoneNumber, true",
    "SMS, engagement.firstMessage, false",
    "WHATSAPP, engagement.firstMessage, true",
    "GOOGLE_BUSINESS_MESSAGES, engagement.placeId, true",
    "RCS, engagement.entryPoint, true",
    "CUSTOM, engagement.locale, false",
    "CUSTOM, customer.account.name, true"
  })
  void aChannelGivesItsOwnAttributes(Channel channel, String name, boolean known) {
    assertThat(Attributes.of(channel, List.of()).find(name).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void everyAttributeCanBeAskedAbout(Channel channel) {
    // Given
    Attributes attributes = Attributes.of(channel, List.of());
    ConditionCompiler compiler = new ConditionCompiler(attributes, ZoneId.of("UTC"));

    // When
    List<Compilation> compilations =
        attributes.all().stream()
            .map(Attribute::name)
            .map(name -> Condition.Row.of(name, ConditionOperator.CONTAINS_DATA))
            .map(row -> compiler.compile(row, ""))
            .toList();

    // Then
    assertThat(compilations).hasSizeGreaterThan(25).allMatch(c -> c.faults().isEmpty());
  }

  @Test
  void namesOfContextVariablesThatDifferStayDifferent() {
    // Given
    List<String> names =
        List.of("é", "e", "E", "/00e9", "a b", "a.b", "a_b", "in", "null", "9", "`", "\"", "名前");
    Attributes attributes =
        Attributes.of(
            Channel.CUSTOM,
            names.stream().map(n -> Attribute.contextVariable(n, AttributeType.TEXT)).toList());
    ConditionCompiler compiler = new ConditionCompiler(attributes, ZoneId.of("UTC"));

    for (String name : names) {
      // When
      Compilation compilation =
          compiler.compile(
              Condition.Row.of(
                  "context." + name, ConditionOperator.EQUALS, ConditionValue.of(name)),
              "");

      // Then
      CompiledCondition condition = ((Compilation.Compiled) compilation).condition();
      assertThat(condition.attributes()).containsExactly("context." + name);
      assertThat(names.stream().filter(other -> matches(condition, attributes, name, other)))
          .containsExactly(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", ".x", "context."})
  void anAttributeIsNamedByItsRelation(String name) {
    assertThatThrownBy(() -> Attribute.of(name, AttributeType.TEXT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean matches(
      CompiledCondition condition, Attributes attributes, String value, String variable) {
    return condition
        .matches(AttributeValues.of(attributes, Map.of("context." + variable, value)), Fixtures.NOW)
        .isMatched();
  }
}
