package io.parley.admin.automatedmessage;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.text.AutomatedTexts;
import io.parley.events.configuration.AutomatedMessage;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The rules of automated messages (domain/automation-and-bots.md §1). What tells them apart is not
 * the name but trigger, recipient and channel.
 */
@ApplicationScoped
class AutomatedMessageKind implements ObjectKind<AutomatedMessage> {

  @Override
  public Kind kind() {
    return Kind.AUTOMATED_MESSAGE;
  }

  @Override
  public Class<AutomatedMessage> type() {
    return AutomatedMessage.class;
  }

  @Override
  public String name(AutomatedMessage definition) {
    return definition.name();
  }

  @Override
  public String key(AutomatedMessage definition) {
    String where = definition.channel() == null ? "ALL" : definition.channel().name();
    return definition.trigger() + " " + definition.recipient() + " " + where;
  }

  @Override
  public String keyPointer() {
    return "/trigger";
  }

  @Override
  public AutomatedMessage check(AutomatedMessage given, Candidate<AutomatedMessage> candidate) {
    if (!given.trigger().isFor(given.recipient())) {
      candidate.findings().add("/recipient", "is told nothing at this trigger");
    }
    return new AutomatedMessage(
        given.id(),
        given.name(),
        given.trigger(),
        given.recipient(),
        given.channel(),
        given.active(),
        AutomatedTexts.checked("/texts", given.texts(), candidate.findings()));
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
