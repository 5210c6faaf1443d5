package io.parley.simulator.google;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.JsonObject;

/**
 * Files that Google fetches itself.
 *
 * @param plainHttpAllowed whether a local test's http URL passes as a public https one
 */
record ContentCheck(boolean plainHttpAllowed) {

  void contentInfo(JsonObject info) {
    info.only("fileUrl", "thumbnailUrl", "altText", "forceRefresh");
    info.requiredText("fileUrl");
    url(info, "fileUrl");
    url(info, "thumbnailUrl");
    info.text("altText");
    info.bool("forceRefresh");
  }

  void url(JsonObject holder, String name) {
    holder
        .text(name)
        .filter(url -> !Fields.isHttpUrl(url) || !(plainHttpAllowed || url.startsWith("https://")))
        .ifPresent(
            bad -> {
              throw holder.invalid(name, "must be a public https URL");
            });
  }
}
