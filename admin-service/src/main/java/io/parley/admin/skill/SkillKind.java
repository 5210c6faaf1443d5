package io.parley.admin.skill;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RatingModel;
import io.parley.events.configuration.Skill;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of skills (domain/distribution.md §9). */
@ApplicationScoped
class SkillKind implements ObjectKind<Skill> {

  private static final String MODEL = "/ratingModelId";

  @Override
  public Kind kind() {
    return Kind.SKILL;
  }

  @Override
  public Class<Skill> type() {
    return Skill.class;
  }

  @Override
  public String name(Skill definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/skillTypeId", Kind.SKILL_TYPE),
        new ReferencePath(MODEL, Kind.RATING_MODEL));
  }

  @Override
  public Skill check(Skill given, Candidate<Skill> candidate) {
    Optional<RatingModel> model =
        candidate.all().definition(given.ratingModelId(), RatingModel.class);
    boolean changed =
        candidate
            .before()
            .map(Entry::definition)
            .filter(before -> !before.ratingModelId().equals(given.ratingModelId()))
            .isPresent();
    if (changed && model.isPresent()) {
      Ratings.requireFitting(
          MODEL, Set.of(given.id()), model.get(), candidate.all(), candidate.findings());
    }
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
