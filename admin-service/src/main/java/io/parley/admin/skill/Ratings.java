package io.parley.admin.skill;

import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ClassificationOutput.RequireSkill;
import io.parley.events.configuration.ClassificationRuleset;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RatingModel;
import io.parley.events.configuration.Skill;
import io.parley.events.configuration.User;
import io.parley.platform.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ratings are values of the model by which their skill is rated (domain/distribution.md §9). */
public final class Ratings {

  private static final int MOST_NAMED = 10;

  private Ratings() {}

  /** Adds a finding if a rating is not on the scale of its skill. */
  public static void require(
      String pointer, UUID skillId, int rating, ConfiguredObjects all, Findings findings) {
    Optional<RatingModel> model =
        all.definition(skillId, Skill.class)
            .flatMap(skill -> all.definition(skill.ratingModelId(), RatingModel.class));
    if (model.isPresent() && !isOn(model.get(), rating)) {
      findings.add(
          pointer,
          "must be from %d to %d, by the rating model %s"
              .formatted(
                  model.get().values().getFirst().value(),
                  model.get().values().getLast().value(),
                  model.get().name()));
    }
  }

  /** Adds a finding if users or rules rate one of these skills by values not on this scale. */
  static void requireFitting(
      String pointer,
      Set<UUID> skills,
      RatingModel model,
      ConfiguredObjects all,
      Findings findings) {
    List<String> misfits =
        Stream.concat(users(skills, model, all), rules(skills, model, all))
            .limit(MOST_NAMED)
            .toList();
    if (!misfits.isEmpty()) {
      findings.add(
          ProblemType.IN_USE,
          pointer,
          "there are ratings that are not on this scale: "
              + misfits.stream().collect(Collectors.joining(", ")));
    }
  }

  private static Stream<String> users(Set<UUID> skills, RatingModel model, ConfiguredObjects all) {
    return all.definitions(Kind.USER, User.class).stream()
        .filter(
            user ->
                user.skills().stream()
                    .anyMatch(
                        rated -> skills.contains(rated.skillId()) && !isOn(model, rated.rating())))
        .map(user -> Kind.USER + " " + user.name());
  }

  private static Stream<String> rules(Set<UUID> skills, RatingModel model, ConfiguredObjects all) {
    return all.definitions(Kind.CLASSIFICATION_RULESET, ClassificationRuleset.class).stream()
        .flatMap(
            ruleset ->
                ruleset.rules().stream()
                    .filter(
                        rule ->
                            rule.outputs().stream()
                                .anyMatch(
                                    output ->
                                        output instanceof RequireSkill required
                                            && skills.contains(required.skillId())
                                            && !isOn(model, required.rating())))
                    .map(
                        rule ->
                            Kind.CLASSIFICATION_RULESET
                                + " "
                                + ruleset.name()
                                + ", rule "
                                + rule.name()));
  }

  private static boolean isOn(RatingModel model, int rating) {
    return model.values().stream().anyMatch(value -> value.value() == rating);
  }
}
