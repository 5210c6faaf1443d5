package io.parley.platform.condition;

import static io.parley.events.configuration.ConditionOperator.BEGINS_WITH;
import static io.parley.events.configuration.ConditionOperator.CONTAINS;
import static io.parley.events.configuration.ConditionOperator.CONTAINS_DATA;
import static io.parley.events.configuration.ConditionOperator.CONTAINS_VALUES;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_BEGIN_WITH;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_CONTAIN;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_CONTAIN_DATA;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_CONTAIN_VALUES;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_END_WITH;
import static io.parley.events.configuration.ConditionOperator.DOES_NOT_EQUAL;
import static io.parley.events.configuration.ConditionOperator.ENDS_WITH;
import static io.parley.events.configuration.ConditionOperator.EQUALS;
import static io.parley.events.configuration.ConditionOperator.GREATER_OR_EQUAL;
import static io.parley.events.configuration.ConditionOperator.GREATER_THAN;
import static io.parley.events.configuration.ConditionOperator.IN_LIST;
import static io.parley.events.configuration.ConditionOperator.LESS_OR_EQUAL;
import static io.parley.events.configuration.ConditionOperator.LESS_THAN;
import static io.parley.events.configuration.ConditionOperator.OLDER_THAN_X_DAYS;
import static io.parley.events.configuration.ConditionOperator.ON_DAY;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.parley.events.configuration.ConditionOperator;
import java.util.EnumSet;
import java.util.Set;

/** What sort of values an attribute has (domain/workstreams-and-routing.md §4). */
public enum AttributeType {
  TEXT(
      EQUALS,
      DOES_NOT_EQUAL,
      CONTAINS,
      DOES_NOT_CONTAIN,
      BEGINS_WITH,
      DOES_NOT_BEGIN_WITH,
      ENDS_WITH,
      DOES_NOT_END_WITH),
  NUMBER(EQUALS, DOES_NOT_EQUAL, GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL),
  /** One of several keys, or the id of an object. */
  CHOICE(EQUALS, DOES_NOT_EQUAL, IN_LIST),
  /** Any number of keys. */
  MULTI_CHOICE(EQUALS, DOES_NOT_EQUAL, CONTAINS_VALUES, DOES_NOT_CONTAIN_VALUES),
  YES_NO(EQUALS, DOES_NOT_EQUAL),
  DATE_TIME(EnumSet.range(ON_DAY, OLDER_THAN_X_DAYS)),
  /** The skills that a conversation requires, by id. */
  SKILLS(EQUALS, DOES_NOT_EQUAL, CONTAINS_VALUES, DOES_NOT_CONTAIN_VALUES);

  private final ImmutableSet<ConditionOperator> operators;

  AttributeType(ConditionOperator first, ConditionOperator... more) {
    this(EnumSet.of(first, more));
  }

  AttributeType(Set<ConditionOperator> own) {
    Set<ConditionOperator> all = EnumSet.of(CONTAINS_DATA, DOES_NOT_CONTAIN_DATA);
    all.addAll(own);
    this.operators = Sets.immutableEnumSet(all);
  }

  /** The operators that compare such values. */
  public Set<ConditionOperator> operators() {
    return operators;
  }

  /** Whether an attribute of this type has any number of values. */
  boolean isSet() {
    return this == MULTI_CHOICE || this == SKILLS;
  }
}
