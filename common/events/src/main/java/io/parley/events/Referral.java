package io.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advertisement or page that led a customer to write.
 *
 * @param sourceType such as {@code ad}
 * @param sourceId the id of the source
 * @param sourceUrl where the source stands
 * @param headline its headline
 * @param body its text
 * @param clickId the platform's id of the click
 * @param media pictures of the source
 */
public record Referral(
    @Nullable String sourceType,
    @Nullable String sourceId,
    @Nullable String sourceUrl,
    @Nullable String headline,
    @Nullable String body,
    @Nullable String clickId,
    List<Media> media) {

  public Referral {
    media = List.copyOf(media);
  }
}
