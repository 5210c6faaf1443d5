package io.parley.channels.custom;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an account consists of, and what has to hold between its fields. */
final class CustomForm {

  /** For SMS and for channels of your own. */
  static final AccountForm FORM =
      new AccountForm(
          FieldTable.FIELDS,
          Map.of(
              Channel.SMS,
              EnumSet.of(
                  SenderType.LONG_CODE,
                  SenderType.SHORT_CODE,
                  SenderType.TOLL_FREE,
                  SenderType.ALPHANUMERIC),
              Channel.CUSTOM,
              EnumSet.of(SenderType.CUSTOM)),
          CustomForm::address,
          CustomForm::findings);

  private static final int SHORTEST_SHARED_SECRET = 16;
  private static final int LONGEST_MEMORY = 720;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 &_.-]{1,11}");
  private static final Pattern OWN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,200}");
  private static final List<String> CONTRACT_FIELDS =
      List.of(
          "endpoint",
          "channelDefinitionId",
          "organizationId",
          "contractAuthentication",
          ContractCalls.SECRET,
          "otherSharedSecret");
  private static final Set<String> COMMON_FIELDS =
      Set.of(
          Settings.FORM,
          "longestText",
          "media",
          "mediaCredentials",
          "region",
          "repeatFor",
          "errorMeanings",
          "checkUrl",
          "checkMethod",
          "checkSuccessStatus",
          "checkSuccessField",
          "checkSuccessValues",
          "checkSenderUrl");

  private CustomForm() {}

  private static List<Finding> findings(Draft draft) {
    Settings settings = new Settings(draft.settings());
    Problems problems = new Problems();
    boolean contract = settings.isContract();
    for (Field field : FieldTable.FIELDS) {
      boolean ofContract = CONTRACT_FIELDS.contains(field.name());
      if (!COMMON_FIELDS.contains(field.name())
          && ofContract != contract
          && draft.has(field.name())) {
        problems.add(
            field.name(), "must be left out with the form " + settings.text(Settings.FORM));
      }
    }
    Calls.of(settings, problems);
    Sending sending = Sending.of(settings, problems);
    CheckCall.of(settings, problems);
    limits(draft, settings, problems);
    if (contract) {
      sharedSecret(draft, problems);
    } else {
      secrets(draft, settings, problems);
      if (sending instanceof HttpSending http && http.body() instanceof XmlTemplate) {
        problems.read("sendBody", () -> http.body().fill(Values.samples()));
      }
    }
    return problems.found().stream().distinct().toList();
  }

  private static void limits(Draft draft, Settings settings, Problems problems) {
    int longest = SendLimits.longest(draft.channel());
    int text = settings.number("longestText");
    if (text < 1 || text > longest) {
      problems.add("longestText", "must be from 1 to " + longest + " on this channel");
    }
    int hours = settings.number("repeatFor");
    if (hours < 1 || hours > LONGEST_MEMORY) {
      problems.add("repeatFor", "must be from 1 to " + LONGEST_MEMORY + " hours");
    }
    if (draft.channel() != Channel.SMS && settings.has("region")) {
      problems.add("region", "must be left out: only SMS has national numbers");
    }
    if (draft.channel() == Channel.SMS && settings.isContract() && settings.is("media")) {
      problems.add("media", "must be no: by the contract an SMS has one part, its text");
    }
  }

  private static void sharedSecret(Draft draft, Problems problems) {
    if (!draft.has(ContractCalls.SECRET)) {
      problems.add(ContractCalls.SECRET, "is required with the form contract");
    }
    for (String name : List.of(ContractCalls.SECRET, "otherSharedSecret")) {
      String secret = draft.newSecrets().get(name);
      if (secret != null && secret.length() < SHORTEST_SHARED_SECRET) {
        problems.add(name, "must have at least " + SHORTEST_SHARED_SECRET + " characters");
      }
    }
  }

  private static void secrets(Draft draft, Settings settings, Problems problems) {
    boolean called = !settings.text("callAuthentication").equals("none");
    secret(draft, CallAuthentication.SECRET, called, "callAuthentication", problems);
    if (!called && draft.has("otherCallSecret")) {
      problems.add("otherCallSecret", "must be left out: callAuthentication needs none");
    }
    boolean calling = !settings.text("sendAuthentication").equals("none");
    secret(draft, OurAuthentication.SECRET, calling, "sendAuthentication", problems);
    if (CallAuthentication.of(settings, new Problems())
        instanceof CallAuthentication.Signature(var header, var prefix, KeyedHash hash)) {
      key(draft, CallAuthentication.SECRET, hash, problems);
      key(draft, "otherCallSecret", hash, problems);
    }
    if (OurAuthentication.of(settings, new Problems())
        instanceof OurAuthentication.Signature(var header, var prefix, KeyedHash hash)) {
      key(draft, OurAuthentication.SECRET, hash, problems);
    }
  }

  private static void secret(
      Draft draft, String name, boolean needed, String by, Problems problems) {
    if (needed && !draft.has(name)) {
      problems.add(name, "is required by " + by);
    }
    if (!needed && draft.has(name)) {
      problems.add(name, "must be left out: " + by + " needs none");
    }
  }

  private static void key(Draft draft, String name, KeyedHash hash, Problems problems) {
    String key = draft.newSecrets().get(name);
    if (key != null && !hash.takes(key)) {
      problems.add(name, "must be written in " + hash.keyEncoding() + ", as the settings say");
    }
  }

  private static String address(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case SHORT_CODE -> SenderAddress.shortCode(entered, 3, 8, "72345");
      case ALPHANUMERIC ->
          SenderAddress.name(
              entered,
              NAME,
              "a sender name of at most 11 letters, digits, blanks and & _ . -, with a letter");
      case CUSTOM -> own(entered);
      case WHATSAPP_NUMBER, BUSINESS_AGENT ->
          throw new IllegalArgumentException("expected a number, a name or an address of your own");
    };
  }

  private static String own(String entered) {
    String address = entered.strip();
    if (!OWN.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "expected the channel's address exactly as your service writes it: 1 to 200 characters"
              + " without blanks");
    }
    return address;
  }
}
