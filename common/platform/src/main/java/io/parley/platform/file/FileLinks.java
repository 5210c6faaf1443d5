package io.parley.platform.file;

import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.webhook.WebhookAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Links under which ingress gives a file to whoever has the link, for a while: {@code <public
 * URL>/files/<token>/<file name>}. The token is the file's id and the end of its validity,
 * encrypted with the keys of the services, so it can be neither made nor read elsewhere. The name
 * is for people and programs that go by extensions; it is not protected. Thread-safe.
 */
public final class FileLinks {

  private static final String PURPOSE = "parley-file-link";
  private static final int CONTENT = 3 * Long.BYTES;

  private final SecretCipher cipher;
  private final WebhookAddress address;
  private final Clock clock;

  public FileLinks(SecretCipher cipher, WebhookAddress address, Clock clock) {
    this.cipher = cipher;
    this.address = address;
    this.clock = clock;
  }

  /** A link that opens the file for so long, to the second. */
  public URI link(UUID file, String fileName, Duration validity) {
    byte[] content =
        ByteBuffer.allocate(CONTENT)
            .putLong(file.getMostSignificantBits())
            .putLong(file.getLeastSignificantBits())
            .putLong(clock.instant().plus(validity).getEpochSecond())
            .array();
    String token =
        Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(content, PURPOSE));
    return URI.create(address.at("/files/" + token + "/" + inPath(FileName.of(fileName).value())));
  }

  /** The file that a link's token opens; empty if we did not make it or its time is over. */
  public Optional<UUID> open(String token) {
    try {
      return cipher
          .unseal(Base64.getUrlDecoder().decode(token), PURPOSE)
          .filter(content -> content.length == CONTENT)
          .map(ByteBuffer::wrap)
          .filter(content -> clock.instant().getEpochSecond() < content.getLong(2 * Long.BYTES))
          .map(content -> new UUID(content.getLong(), content.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String inPath(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
