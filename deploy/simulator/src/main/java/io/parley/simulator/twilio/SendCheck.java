package io.parley.simulator.twilio;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Parameters;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what Twilio says to a send request, in Twilio's order: what is missing, then what is
 * malformed, then what is not allowed. Lengths count UTF-16 code units.
 */
final class SendCheck {

  private static final int LONGEST_BODY = 1600;
  private static final int MOST_MEDIA = 10;
  private static final int LONGEST_VALIDITY = 36_000;

  private final Templates templates;
  private final Contacts contacts;
  private final SenderCheck senders;

  SendCheck(Accounts accounts, Templates templates, Contacts contacts) {
    this.templates = templates;
    this.contacts = contacts;
    this.senders = new SenderCheck(accounts);
  }

  /**
   * @throws RefusedException if Twilio refuses
   */
  Draft check(Account account, Parameters form, Instant now) {
    refuseInactive(account);
    refuseMissing(form);
    Address to = Address.parse(form.text("To"));
    refuseBadRecipient(to, form);
    refuseBadContent(form);
    @Nullable TemplateSettings template =
        form.has("ContentSid") ? templates.find(form.text("ContentSid")) : null;
    ContentVariables variables = ContentVariables.parse(form.text("ContentVariables"));
    SenderCheck.Choice choice = senders.choose(account, to, form);
    refuseUnreachable(account, to, choice, form);
    List<String> media = template == null ? form.all("MediaUrl") : template.media();
    return new Draft(
        to,
        choice.sender(),
        form.has("From"),
        choice.service(),
        template == null ? form.text("Body") : Templates.render(template, variables),
        media.size(),
        template != null,
        form.has("StatusCallback") ? form.text("StatusCallback") : null,
        lateError(to, choice.sender(), template, variables, now));
  }

  private static void refuseInactive(Account account) {
    if (account.settings().status() == AccountStatus.SUSPENDED) {
      throw TwilioError.ACCOUNT_SUSPENDED.refused();
    }
    if (account.settings().status() == AccountStatus.CLOSED) {
      throw TwilioError.ACCOUNT_CLOSED.refused();
    }
  }

  private static void refuseMissing(Parameters form) {
    if (!form.has("To")) {
      throw TwilioError.TO_REQUIRED.refused();
    }
    if (!form.has("From") && !form.has("MessagingServiceSid")) {
      throw TwilioError.FROM_REQUIRED.refused();
    }
    if (form.has("ContentVariables") && !form.has("ContentSid")) {
      throw TwilioError.CONTENT_SID_REQUIRED.refused();
    }
    if (!form.has("Body") && form.all("MediaUrl").isEmpty() && !form.has("ContentSid")) {
      throw form.first("Body") == null
          ? TwilioError.NOTHING_TO_SEND.refused()
          : TwilioError.BODY_REQUIRED.refused();
    }
    if (form.has("ScheduleType") || form.has("SendAt")) {
      throw TwilioError.UNSUPPORTED.refused();
    }
  }

  private static void refuseBadRecipient(Address to, Parameters form) {
    if (form.has("From") && Address.parse(form.text("From")).channel() != to.channel()) {
      throw TwilioError.CHANNEL_MISMATCH.refused();
    }
    if (to.channel() == Channel.SMS && !to.isE164()) {
      throw TwilioError.INVALID_TO.refused();
    }
    if (to.channel() == Channel.WHATSAPP && !to.isWhatsAppUser()) {
      throw to.value().startsWith("+")
          ? TwilioError.CHANNEL_RECIPIENT_UNKNOWN.refused()
          : TwilioError.INVALID_TO.refused();
    }
  }

  private static void refuseBadContent(Parameters form) {
    if (form.text("Body").length() > LONGEST_BODY) {
      throw TwilioError.BODY_TOO_LONG.refused();
    }
    List<String> media = form.all("MediaUrl");
    if (media.size() > MOST_MEDIA) {
      throw TwilioError.TOO_MANY_MEDIA.refused();
    }
    if (!media.stream().allMatch(Fields::isHttpUrl)) {
      throw TwilioError.INVALID_MEDIA_URL.refused();
    }
    String callback = form.first("StatusCallback");
    if (callback != null && !callback.isEmpty() && !isCallbackUrl(callback)) {
      throw TwilioError.INVALID_STATUS_CALLBACK.refused();
    }
    String validity = form.first("ValidityPeriod");
    if (validity != null && !isValidity(validity)) {
      throw TwilioError.INVALID_VALIDITY.refused();
    }
  }

  private void refuseUnreachable(
      Account account, Address to, SenderCheck.Choice choice, Parameters form) {
    if (account.isTest()) {
      return;
    }
    if (account.settings().type() == AccountType.TRIAL
        && to.channel() == Channel.SMS
        && !account.settings().verifiedRecipients().contains(to.value())) {
      throw TwilioError.RECIPIENT_NOT_VERIFIED.refused();
    }
    @Nullable MessagingServiceSettings pool =
        choice.service() == null
            ? account.serviceOf(choice.sender()).orElse(null)
            : choice.service();
    if (contacts.hasOptedOut(to, choice.sender(), pool)) {
      throw TwilioError.OPTED_OUT.refused();
    }
    boolean mms = to.channel() == Channel.SMS && !form.all("MediaUrl").isEmpty();
    if (mms && account.number(choice.sender()).filter(n -> n.can(Capability.MMS)).isEmpty()) {
      throw TwilioError.PAIR_IMPOSSIBLE.refused();
    }
  }

  private Optional<Integer> lateError(
      Address to,
      Address sender,
      @Nullable TemplateSettings template,
      ContentVariables variables,
      Instant now) {
    if (to.channel() == Channel.SMS) {
      return Optional.empty();
    }
    boolean inSession = contacts.inSession(to, sender, now);
    if (template != null) {
      return Templates.lateError(template, variables, inSession);
    }
    return inSession ? Optional.empty() : Optional.of(63016);
  }

  private static boolean isCallbackUrl(String url) {
    return Fields.isHttpUrl(url) && !URI.create(url).getRawAuthority().contains("_");
  }

  private static boolean isValidity(String text) {
    return text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= LONGEST_VALIDITY;
  }
}
