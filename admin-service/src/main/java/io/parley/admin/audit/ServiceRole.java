package io.parley.admin.audit;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks at the start whether the role that the service connects with could change the audit. */
@ApplicationScoped
class ServiceRole {

  private static final Logger LOG = Logger.getLogger(ServiceRole.class);

  private static final String MAY_CHANGE =
      "select pg_has_role(current_user, relowner, 'member')"
          + " or has_table_privilege(oid, 'update, delete, truncate, trigger')"
          + " from pg_class where oid = 'audit'::regclass";

  private final Pool pool;

  ServiceRole(Pool pool) {
    this.pool = pool;
  }

  void warn(@Observes StartupEvent event) {
    if (mayChangeAudit()) {
      LOG.warn(
          "The database role of the service owns the audit and could change it. Set"
              + " quarkus.flyway.username to the role that owns the schema, and"
              + " quarkus.datasource.username to another (docs/audit.md).");
    }
  }

  boolean mayChangeAudit() {
    return pool.query(MAY_CHANGE).executeAndAwait().iterator().next().getBoolean(0);
  }
}
