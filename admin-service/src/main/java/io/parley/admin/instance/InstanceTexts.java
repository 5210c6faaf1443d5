package io.parley.admin.instance;

import io.parley.admin.text.AutomatedTexts;
import io.parley.admin.text.Languages;
import io.parley.admin.validation.Findings;
import io.parley.channels.wire.WebUrl;
import io.parley.events.configuration.AutomatedMessageOverride;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.PostConversationSurvey;
import io.parley.events.configuration.PostConversationSurvey.BotConversations;
import io.parley.events.configuration.PostConversationSurvey.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel instance says by itself, and which files agents may send there
 * (domain/automation-and-bots.md §1.1, §4.2; domain/channels-and-accounts.md §3.1). Pure.
 */
final class InstanceTexts {

  private static final String TWICE = "stands in the list twice";

  private InstanceTexts() {}

  /**
   * The instance as it is kept.
   *
   * @param findings takes what is wrong
   */
  static ChannelInstance checked(ChannelInstance given, Findings findings) {
    Set<String> extensions = new HashSet<>();
    for (int i = 0; i < given.attachmentExtensions().size(); i++) {
      if (!extensions.add(given.attachmentExtensions().get(i))) {
        findings.add("/attachmentExtensions/" + i, TWICE);
      }
    }
    return new ChannelInstance(
        given.id(),
        given.name(),
        given.workstreamId(),
        given.channelAddressId(),
        Languages.canonical(given.language()),
        given.operatingHoursId(),
        given.customersMayAttachFiles(),
        given.agentsMayAttachFiles(),
        given.attachmentExtensions(),
        overrides(given.automatedMessageOverrides(), findings),
        given.postConversationSurvey() == null
            ? null
            : survey("/postConversationSurvey", given.postConversationSurvey(), findings));
  }

  private static List<AutomatedMessageOverride> overrides(
      List<AutomatedMessageOverride> given, Findings findings) {
    Set<List<Object>> seen = new HashSet<>();
    List<AutomatedMessageOverride> kept = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      AutomatedMessageOverride one = given.get(i);
      String pointer = "/automatedMessageOverrides/" + i;
      if (!seen.add(List.of(one.trigger(), one.recipient()))) {
        findings.add(pointer + "/trigger", "stands there twice for this recipient");
      }
      if (!one.trigger().isFor(one.recipient())) {
        findings.add(pointer + "/recipient", "is told nothing at this trigger");
      }
      if (one.active() && one.texts().isEmpty()) {
        findings.add(pointer + "/texts", "must have a text, unless active is false");
      }
      Map<String, String> texts = AutomatedTexts.checked(pointer + "/texts", one.texts(), findings);
      kept.add(new AutomatedMessageOverride(one.trigger(), one.recipient(), one.active(), texts));
    }
    return kept;
  }

  private static PostConversationSurvey survey(
      String pointer, PostConversationSurvey given, Findings findings) {
    requirePublic(pointer + "/url", given.url(), findings);
    if (given.enabled() && given.delivery() == Delivery.LINK && given.url() == null) {
      findings.add(pointer + "/url", "is required where a link is sent");
    }
    if (given.enabled()
        && given.delivery() == Delivery.IN_CONVERSATION
        && given.texts().isEmpty()) {
      findings.add(pointer + "/texts", "must have the question that is asked");
    }
    BotConversations bots = given.botConversations();
    if (bots != null) {
      requirePublic(pointer + "/botConversations/url", bots.url(), findings);
    }
    return new PostConversationSurvey(
        given.enabled(),
        given.delivery(),
        given.url(),
        AutomatedTexts.checked(pointer + "/texts", given.texts(), findings),
        bots);
  }

  private static void requirePublic(String pointer, @Nullable String url, Findings findings) {
    if (url != null && WebUrl.read(url).filter(WebUrl::isPublic).isEmpty()) {
      findings.add(pointer, "must be a URL with https, and without user and password");
    }
  }
}
