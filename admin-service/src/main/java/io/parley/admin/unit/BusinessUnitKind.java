package io.parley.admin.unit;

import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.BusinessUnit;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of business units (domain/channels-and-accounts.md §1). */
@ApplicationScoped
class BusinessUnitKind implements ObjectKind<BusinessUnit> {

  @Override
  public Kind kind() {
    return Kind.BUSINESS_UNIT;
  }

  @Override
  public Class<BusinessUnit> type() {
    return BusinessUnit.class;
  }

  @Override
  public String name(BusinessUnit definition) {
    return definition.name();
  }
}
