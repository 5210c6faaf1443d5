package io.parley.admin.skill;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.SkillType;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of skill types (domain/distribution.md §9). */
@ApplicationScoped
class SkillTypeKind implements ObjectKind<SkillType> {

  @Override
  public Kind kind() {
    return Kind.SKILL_TYPE;
  }

  @Override
  public Class<SkillType> type() {
    return SkillType.class;
  }

  @Override
  public String name(SkillType definition) {
    return definition.name();
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
