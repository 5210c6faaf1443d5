package io.parley.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One attachment of a message, by reference.
 *
 * @param url where it can be fetched; a provider's URL may need that account's credentials
 * @param contentType the media type as stated by its sender, such as {@code image/jpeg}
 */
public record Media(URI url, @Nullable String contentType) {}
