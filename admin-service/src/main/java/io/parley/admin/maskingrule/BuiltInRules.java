package io.parley.admin.maskingrule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.configuration.Configuration;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.ConfigurationStore;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.DataMaskingRule.Messages;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Creates the built-in rules that are not there yet. */
@ApplicationScoped
class BuiltInRules {

  private static final Logger LOG = Logger.getLogger(BuiltInRules.class);

  private final ConfigurationStore store;
  private final ConfigurationObjects objects;
  private final DataMaskingRuleKind kind;

  BuiltInRules(ConfigurationStore store, ConfigurationObjects objects, DataMaskingRuleKind kind) {
    this.store = store;
    this.objects = objects;
    this.kind = kind;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    Configuration present = VertxContextSupport.subscribeAndAwait(store::current);
    for (BuiltInRule rule : BuiltInRule.values()) {
      if (present.withKey(Kind.DATA_MASKING_RULE, rule.title()).isEmpty()) {
        create(rule);
      }
    }
  }

  private void create(BuiltInRule rule) throws Throwable {
    try {
      // The key is the same for all instances, so that those that start at once create one.
      VertxContextSupport.subscribeAndAwait(
          () -> objects.create(kind, body(rule), (UUID) null, "built-in-rule-" + rule.name()));
    } catch (ProblemException e) {
      if (!e.problem().type().equals(ProblemType.ALREADY_EXISTS.uri())) {
        throw new IllegalStateException("a built-in rule was refused: " + e.getMessage(), e);
      }
      LOG.infof("Another instance has created a built-in rule. rule=%s", rule);
    }
  }

  private static ObjectNode body(BuiltInRule rule) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", rule.title())
        .put("expression", rule.expression())
        .put("appliesTo", Messages.BOTH.name())
        .put("active", false);
  }
}
