package io.parley.admin.securityprofile;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Findings;
import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.configuration.Bot;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.FieldSecurityProfile.Grant;
import io.parley.events.configuration.FieldSecurityProfile.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules of field security profiles (domain/channels-and-accounts.md §9). */
@ApplicationScoped
class FieldSecurityProfileKind implements ObjectKind<FieldSecurityProfile> {

  private static final String TWICE = "stands in the list twice";

  private final ChannelProviders providers;

  FieldSecurityProfileKind(ChannelProviders providers) {
    this.providers = providers;
  }

  @Override
  public Kind kind() {
    return Kind.FIELD_SECURITY_PROFILE;
  }

  @Override
  public Class<FieldSecurityProfile> type() {
    return FieldSecurityProfile.class;
  }

  @Override
  public String name(FieldSecurityProfile definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(new ReferencePath("/members/*", Kind.USER));
  }

  @Override
  public FieldSecurityProfile check(
      FieldSecurityProfile given, Candidate<FieldSecurityProfile> candidate) {
    Findings findings = candidate.findings();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < given.members().size(); i++) {
      if (!seen.add(given.members().get(i))) {
        findings.add("/members/" + i, TWICE);
      }
    }
    for (int i = 0; i < given.grants().size(); i++) {
      Grant grant = given.grants().get(i);
      String pointer = "/grants/" + i;
      if (!seen.add(List.of(grant.kind(), String.valueOf(grant.provider()), grant.field()))) {
        findings.add(pointer, TWICE);
      }
      checkGrant(pointer, grant, findings);
    }
    return given;
  }

  @Override
  public Access access() {
    return Access.ADMINISTRATORS_ONLY;
  }

  private void checkGrant(String pointer, Grant grant, Findings findings) {
    if (!grant.read() && !grant.update()) {
      findings.add(pointer, "must grant read or update");
    }
    if (grant.provider() != null && !isPossibleProvider(grant)) {
      findings.add(
          pointer + "/provider",
          grant.kind() == Owner.BOT
              ? "is for accounts only"
              : "must be one of " + providers.all().stream().map(ChannelProvider::name).toList());
      return;
    }
    Set<String> fields = secretFields(grant);
    if (!fields.contains(grant.field())) {
      findings.add(pointer + "/field", "must be a secret field, one of " + fields);
    }
  }

  private boolean isPossibleProvider(Grant grant) {
    return grant.kind() == Owner.ACCOUNT
        && providers.named(String.valueOf(grant.provider())).isPresent();
  }

  private Set<String> secretFields(Grant grant) {
    return switch (grant.kind()) {
      case BOT -> new TreeSet<>(Bot.SECRET_FIELDS);
      case ACCOUNT -> {
        Set<String> names = new TreeSet<>();
        providers.all().stream()
            .filter(one -> grant.provider() == null || one.name().equals(grant.provider()))
            .flatMap(one -> one.accountForm().fields().stream())
            .filter(AccountForm.Field::secret)
            .map(AccountForm.Field::name)
            .forEach(names::add);
        yield names;
      }
    };
  }
}
