package io.parley.admin.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Queue", "with/slash+plus=", "Größe 😀", "a\nb"})
  void cursorLeadsBackToItsPosition(String name) {
    // Given
    PageRequest.Position position = new PageRequest.Position(name, new UUID(1, 2));

    // When
    PageRequest.Position read = PageRequest.Position.parse(position.cursor());

    // Then
    assertThat(read).isEqualTo(position);
  }

  @Test
  void withoutParametersItIsTheFirstFifty() {
    // Given
    String nothing = null;

    // When
    PageRequest request = PageRequest.parse(nothing, nothing, nothing);

    // Then
    assertThat(request.limit()).isEqualTo(50);
    assertThat(request.after()).isEmpty();
    assertThat(request.name()).isEmpty();
  }
}
