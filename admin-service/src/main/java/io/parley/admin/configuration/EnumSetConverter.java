package io.parley.admin.configuration;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a set of constants in one column, by name, in their order, with commas between.
 *
 * @param <T> the constants
 */
public abstract class EnumSetConverter<T extends Enum<T>>
    implements AttributeConverter<Set<T>, String> {

  private final Class<T> type;

  protected EnumSetConverter(Class<T> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(Set<T> constants) {
    return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  @Override
  public Set<T> convertToEntityAttribute(String column) {
    return Arrays.stream(column.split(","))
        .map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
