package io.parley.admin.quickreply;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.text.Languages;
import io.parley.admin.text.Placeholders;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.QuickReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The rules of quick replies (domain/automation-and-bots.md §2). An agent sees those of everybody
 * and his or her own.
 */
@ApplicationScoped
class QuickReplyKind implements ObjectKind<QuickReply> {

  private static final Pattern SLUG =
      Pattern.compile(
          "\\{((FullName|FirstName|LastName)\\{(Customer|Agent)}|Nickname\\{Agent}"
              + "|OCContext\\.[A-Za-z0-9_]{1,100})}");
  private static final Placeholders PLACEHOLDERS =
      new Placeholders(
          inBraces -> SLUG.matcher(inBraces).matches(),
          "{FullName{…}}, {FirstName{…}} and {LastName{…}} of Customer or Agent,"
              + " {Nickname{Agent}}, and {OCContext.key} with the name of a context variable");

  @Override
  public Kind kind() {
    return Kind.QUICK_REPLY;
  }

  @Override
  public Class<QuickReply> type() {
    return QuickReply.class;
  }

  @Override
  public String name(QuickReply definition) {
    return definition.title();
  }

  /** The same title may stand for the same text in other languages. */
  @Override
  public String key(QuickReply definition) {
    return definition.title() + " " + definition.locale();
  }

  /** Everybody's own ones are apart. */
  @Override
  public Optional<UUID> scope(QuickReply definition) {
    return Optional.ofNullable(definition.ownerId());
  }

  @Override
  public String keyPointer() {
    return "/title";
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/workstreamIds/*", Kind.WORKSTREAM),
        new ReferencePath("/ownerId", Kind.USER));
  }

  @Override
  public QuickReply check(QuickReply given, Candidate<QuickReply> candidate) {
    Findings findings = candidate.findings();
    PLACEHOLDERS.require("/text", given.text(), findings);
    requireDifferent(
        "/tags/",
        given.tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList(),
        findings);
    requireDifferent("/workstreamIds/", given.workstreamIds(), findings);
    return new QuickReply(
        given.id(),
        given.title().strip(),
        Languages.canonical(given.locale()),
        given.text(),
        given.tags(),
        given.workstreamIds(),
        given.ownerId());
  }

  @Override
  public Access access() {
    return Access.SUPERVISORS_WRITE;
  }

  @Override
  public boolean isVisible(Entry<QuickReply> entry, Sight sight, ConfiguredObjects all) {
    return sight.seesEverything()
        || entry.definition().ownerId() == null
        || sight.user().equals(entry.definition().ownerId());
  }

  private static void requireDifferent(String parent, List<?> values, Findings findings) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (!seen.add(values.get(i))) {
        findings.add(parent + i, "stands in the list twice");
      }
    }
  }
}
