package io.parley.admin.secrets;

import io.parley.events.configuration.ConfigurationObject;
import io.parley.platform.database.Transaction;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The objects of the configuration that hold sealed values, as every service gets them. */
interface SealedObjects {

  /** Those with these ids, as the transaction sees them. */
  List<ConfigurationObject> published(Transaction transaction, Set<UUID> ids);
}
