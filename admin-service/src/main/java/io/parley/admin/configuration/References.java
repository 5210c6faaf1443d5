package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Finds what refers to an object. Whoever is referred to names the other kind only in a query, so
 * that packages depend on one another in one direction.
 */
@ApplicationScoped
public class References {

  /**
   * The objects that refer to one.
   *
   * @param kind of the objects that refer
   * @param query HQL that selects them, with the id as its first parameter
   * @param id what they refer to
   */
  public Uni<List<Dependant>> find(ConfigurationObject.Kind kind, String query, UUID id) {
    return Panache.getSession()
        .chain(
            session ->
                session.createQuery(query, StoredObject.class).setParameter(1, id).getResultList())
        .map(rows -> rows.stream().map(row -> Dependant.of(kind, row)).toList());
  }
}
