package io.parley.platform.condition;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Parley adds to CEL. Text functions ignore case and take an attribute without a value for a
 * text that is nowhere: {@code customer.name.containsText("ann")}, {@code
 * customer.country.equalsText(["BR", "PT"])}. The functions of days, weeks, months and years number
 * them in the organisation's time zone, so that they can be compared: {@code dayOf(now) - 1} is
 * yesterday.
 */
final class ConditionFunctions {

  static final String EQUALS = "equalsText";
  static final String CONTAINS = "containsText";
  static final String BEGINS_WITH = "beginsWithText";
  static final String ENDS_WITH = "endsWithText";
  static final String DAY = "dayOf";
  static final String WEEK = "weekOf";
  static final String MONTH = "monthOf";
  static final String YEAR = "yearOf";

  private static final CelType TEXT = NullableType.create(SimpleType.STRING);
  private static final CelType TEXTS = ListType.create(SimpleType.STRING);

  @Immutable
  private interface TextComparison {
    boolean holds(String text, String part);
  }

  @Immutable
  private interface DayNumber {
    long of(LocalDate day);
  }

  private final ImmutableList.Builder<CelFunctionDecl> declarations = ImmutableList.builder();
  private final ImmutableList.Builder<CelFunctionBinding> bindings = ImmutableList.builder();

  ConditionFunctions(ZoneId zone) {
    text(EQUALS, String::equalsIgnoreCase);
    text(CONTAINS, ConditionFunctions::contains);
    text(BEGINS_WITH, (text, part) -> text.regionMatches(true, 0, part, 0, part.length()));
    text(ENDS_WITH, ConditionFunctions::endsWith);
    date(DAY, zone, LocalDate::toEpochDay);
    date(WEEK, zone, ConditionFunctions::week);
    date(MONTH, zone, day -> day.getYear() * 12L + day.getMonthValue());
    date(YEAR, zone, LocalDate::getYear);
  }

  ImmutableList<CelFunctionDecl> declarations() {
    return declarations.build();
  }

  ImmutableList<CelFunctionBinding> bindings() {
    return bindings.build();
  }

  private void text(String name, TextComparison compares) {
    String one = name + "_string";
    String several = name + "_list";
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            name,
            CelOverloadDecl.newMemberOverload(one, SimpleType.BOOL, TEXT, SimpleType.STRING),
            CelOverloadDecl.newMemberOverload(several, SimpleType.BOOL, TEXT, TEXTS)));
    bindings.add(
        CelFunctionBinding.from(
            one, Object.class, String.class, (text, part) -> compare(compares, text, part)),
        CelFunctionBinding.from(
            several,
            Object.class,
            List.class,
            (text, parts) -> {
              for (Object part : parts) {
                if (compare(compares, text, part)) {
                  return true;
                }
              }
              return false;
            }));
  }

  private static boolean compare(
      TextComparison compares, @Nullable Object text, @Nullable Object part) {
    return text instanceof String value
        && part instanceof String wanted
        && compares.holds(value, wanted);
  }

  private void date(String name, ZoneId zone, DayNumber number) {
    String ofTime = name + "_timestamp";
    String ofDay = name + "_string";
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            name,
            CelOverloadDecl.newGlobalOverload(ofTime, SimpleType.INT, SimpleType.TIMESTAMP),
            CelOverloadDecl.newGlobalOverload(ofDay, SimpleType.INT, SimpleType.STRING)));
    bindings.add(
        CelFunctionBinding.from(
            ofTime, Instant.class, time -> number.of(LocalDate.ofInstant(time, zone))),
        CelFunctionBinding.from(ofDay, String.class, day -> number.of(LocalDate.parse(day))));
  }

  private static boolean contains(String text, String part) {
    for (int from = 0; from <= text.length() - part.length(); from++) {
      if (text.regionMatches(true, from, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(String text, String part) {
    return text.regionMatches(true, text.length() - part.length(), part, 0, part.length());
  }

  private static long week(LocalDate day) {
    return Math.floorDiv(day.with(DayOfWeek.MONDAY).toEpochDay(), 7L);
  }
}
