package io.parley.admin.skill;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RatingModel;
import io.parley.events.configuration.RatingModel.RatingValue;
import io.parley.events.configuration.Skill;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules of rating models (domain/distribution.md §9). */
@ApplicationScoped
class RatingModelKind implements ObjectKind<RatingModel> {

  private static final String VALUES = "/values";

  @Override
  public Kind kind() {
    return Kind.RATING_MODEL;
  }

  @Override
  public Class<RatingModel> type() {
    return RatingModel.class;
  }

  @Override
  public String name(RatingModel definition) {
    return definition.name();
  }

  @Override
  public RatingModel check(RatingModel given, Candidate<RatingModel> candidate) {
    Findings findings = candidate.findings();
    requireUnique(given.values(), findings);
    List<RatingValue> ordered =
        given.values().stream().sorted(Comparator.comparing(RatingValue::value)).toList();
    int width = ordered.getLast().value() - ordered.getFirst().value() + 1;
    if (!findings.areThere() && width != ordered.size()) {
      findings.add(VALUES, "every value from the smallest to the largest needs its label");
    }
    RatingModel scale = new RatingModel(given.id(), given.name(), given.description(), ordered);
    if (candidate.before().isPresent() && !findings.areThere()) {
      Set<UUID> skills =
          candidate.all().definitions(Kind.SKILL, Skill.class).stream()
              .filter(skill -> skill.ratingModelId().equals(given.id()))
              .map(Skill::id)
              .collect(Collectors.toSet());
      Ratings.requireFitting(VALUES, skills, scale, candidate.all(), findings);
    }
    return scale;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }

  private static void requireUnique(List<RatingValue> values, Findings findings) {
    Set<Integer> seen = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      RatingValue value = values.get(i);
      String place = VALUES + "/" + i;
      if (!seen.add(value.value())) {
        findings.add(place + "/value", "stands in the list twice");
      }
      if (!labels.add(value.label().strip().toLowerCase(Locale.ROOT))) {
        findings.add(place + "/label", "stands in the list twice");
      }
    }
  }
}
