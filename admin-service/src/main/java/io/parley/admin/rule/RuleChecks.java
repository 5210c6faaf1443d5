package io.parley.admin.rule;

import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.validation.Findings;
import io.parley.events.Channel;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.ContextVariable;
import io.parley.events.configuration.Workstream;
import io.parley.platform.condition.Attribute;
import io.parley.platform.condition.AttributeType;
import io.parley.platform.condition.Attributes;
import io.parley.platform.condition.ConditionCompiler;
import io.parley.platform.condition.RuleCheck;
import io.parley.platform.condition.RuleFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What rules may ask about, and the checks that know it. Thread-safe. */
@ApplicationScoped
public class RuleChecks {

  private static final int MOST_KEPT = 64;

  /** The compiler costs more than the checks; the one used longest ago goes first. */
  private final Map<List<Attribute>, RuleCheck> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Attribute>, RuleCheck> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Checks rules about the conversations of one workstream. */
  public Optional<RuleCheck> ofWorkstream(UUID id, ConfiguredObjects all) {
    return all.definition(id, Workstream.class)
        .map(
            workstream ->
                over(
                    Attributes.of(
                        workstream.channel(),
                        variables(all).stream()
                            .filter(variable -> variable.workstreamId().equals(id))
                            .map(RuleChecks::attribute)
                            .toList())));
  }

  /**
   * What rules of queues may ask about, which take conversations of any workstream: all channels'
   * attributes, and the context variables that mean the same in every workstream that has them.
   */
  public Attributes ofQueues(Collection<ContextVariable> variables) {
    Map<String, List<Attribute>> meanings =
        variables.stream()
            .map(RuleChecks::attribute)
            .distinct()
            .sorted(Comparator.comparing(Attribute::name))
            .collect(
                Collectors.groupingBy(Attribute::name, LinkedHashMap::new, Collectors.toList()));
    Attributes attributes = Attributes.of(Channel.CUSTOM, List.of());
    for (Channel channel : Channel.values()) {
      attributes = attributes.with(Attributes.of(channel, List.of()).all());
    }
    return attributes.with(
        meanings.values().stream()
            .filter(meaning -> meaning.size() == 1)
            .map(List::getFirst)
            .toList());
  }

  /** All context variables. */
  public static List<ContextVariable> variables(ConfiguredObjects all) {
    return all.definitions(Kind.CONTEXT_VARIABLE, ContextVariable.class);
  }

  /** Checks rules that ask about these. */
  public RuleCheck over(Attributes attributes) {
    synchronized (kept) {
      // Whether a rule is right does not depend on the time zone.
      return kept.computeIfAbsent(
          attributes.all(),
          unused -> new RuleCheck(new ConditionCompiler(attributes, ZoneOffset.UTC)));
    }
  }

  /** Adds what a check has found. */
  public static void add(List<RuleFinding> found, Findings findings) {
    found.forEach(finding -> findings.add(finding.pointer(), finding.message()));
  }

  private static Attribute attribute(ContextVariable variable) {
    if (variable.list()) {
      return Attribute.contextVariable(variable.name(), AttributeType.MULTI_CHOICE);
    }
    return Attribute.contextVariable(
        variable.name(),
        switch (variable.type()) {
          case TEXT -> AttributeType.TEXT;
          case NUMBER -> AttributeType.NUMBER;
        });
  }
}
