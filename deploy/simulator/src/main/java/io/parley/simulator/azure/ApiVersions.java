package io.parley.simulator.azure;

import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.util.Set;

/** Which versions a path knows (azure-communication-services.md §2). */
final class ApiVersions {

  static final Set<String> SMS =
      Set.of(
          "2021-03-07",
          "2024-12-10-preview",
          "2025-05-29-preview",
          "2025-08-01-preview",
          "2026-01-23");
  static final Set<String> OPT_OUTS = Set.of("2024-12-10-preview", "2026-01-23");
  static final Set<String> PHONE_NUMBERS = Set.of("2022-12-01", "2025-06-01");
  static final Set<String> DELIVERY_REPORTS = Set.of("2025-08-01-preview");

  private ApiVersions() {}

  /**
   * The version that the request asks for.
   *
   * @throws Refusal 400 if it is missing or not known
   */
  static String of(Request request, Set<String> known) {
    String version = request.query().text("api-version");
    if (version.isEmpty()) {
      throw new Refusal(
          Answers.envelope(
              400, "MissingApiVersionParameter", "The api-version query parameter is required."));
    }
    if (!known.contains(version)) {
      throw new Refusal(
          Answers.envelope(
              400, "UnsupportedApiVersionValue", "Unsupported api-version '" + version + "'."));
    }
    return version;
  }

  /** Whether messages may name a partner. */
  static boolean hasPartners(String version) {
    return version.compareTo("2025-05-29") >= 0;
  }

  /** Whether a time limit for reports may be given. */
  static boolean hasTimeouts(String version) {
    return version.compareTo("2026-01-23") >= 0;
  }
}
