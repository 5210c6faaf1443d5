package io.parley.admin.template;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.text.Languages;
import io.parley.admin.validation.Findings;
import io.parley.events.Channel;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.MessageTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rules of message templates (domain/channels-and-accounts.md §4.2, §7). */
@ApplicationScoped
class MessageTemplateKind implements ObjectKind<MessageTemplate> {

  @Override
  public Kind kind() {
    return Kind.MESSAGE_TEMPLATE;
  }

  @Override
  public Class<MessageTemplate> type() {
    return MessageTemplate.class;
  }

  @Override
  public String name(MessageTemplate definition) {
    return definition.name();
  }

  @Override
  public MessageTemplate check(MessageTemplate given, Candidate<MessageTemplate> candidate) {
    Findings findings = candidate.findings();
    if (given.channel() != Channel.SMS && given.channel() != Channel.WHATSAPP) {
      findings.add("/channel", "must be SMS or WHATSAPP");
    }
    requireDifferentVariables(given, findings);
    given
        .texts()
        .forEach(
            (language, text) ->
                checkText(given, "/texts" + Findings.step(language), text, findings));
    String language = Languages.canonical(given.defaultLanguage());
    Map<String, MessageTemplate.Text> texts =
        Languages.canonical("/texts", given.texts(), findings);
    if (!texts.containsKey(language)) {
      findings.add("/defaultLanguage", "must be a language that has a text");
    }
    return new MessageTemplate(
        given.id(),
        given.name(),
        given.description(),
        given.channel(),
        language,
        given.variables(),
        texts);
  }

  private static void requireDifferentVariables(MessageTemplate given, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.variables().size(); i++) {
      if (!seen.add(given.variables().get(i))) {
        findings.add("/variables/" + i, "stands in the list twice");
      }
    }
  }

  private static void checkText(
      MessageTemplate given, String pointer, MessageTemplate.Text text, Findings findings) {
    TemplatePlaceholders.of(given.channel(), given.variables())
        .require(pointer + "/text", text.text(), findings);
    if (text.contentSid() != null && given.channel() != Channel.WHATSAPP) {
      findings.add(pointer + "/contentSid", "is for WHATSAPP only");
    }
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
