package io.parley.admin.user;

import io.parley.admin.configuration.EnumSetConverter;
import io.parley.events.configuration.User.Role;
import jakarta.persistence.Converter;

/** Roles in one column. */
@Converter
class RoleSetConverter extends EnumSetConverter<Role> {

  RoleSetConverter() {
    super(Role.class);
  }
}
