package io.parley.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a line of the audit is hashed (docs/audit.md): SHA-256 over UTF-8 text that begins with
 * {@code parley-audit-1} and holds each value as {@code name=length:value}, length in bytes, or
 * {@code name=-} where it is absent, one to a line.
 */
public final class AuditChain {

  /** What stands for the hash of the line before the first. */
  public static final String BEGIN = "0".repeat(64);

  private static final String FORM = "parley-audit-1\n";

  private AuditChain() {}

  /** The hash that this line has to have; 64 hexadecimal digits. */
  public static String hash(AuditLine line) {
    return HexFormat.of().formatHex(sha256().digest(canonical(line).getBytes(UTF_8)));
  }

  static String canonical(AuditLine line) {
    StringBuilder text = new StringBuilder(FORM);
    add(text, "previousHash", line.previousHash());
    add(text, "id", Long.toString(line.id()));
    add(text, "at", line.at());
    add(text, "userId", line.userId());
    add(text, "userName", line.userName());
    add(text, "address", line.address());
    add(text, "userAgent", line.userAgent());
    add(text, "action", line.action());
    add(text, "kind", line.kind());
    add(text, "objectId", line.objectId());
    add(text, "objectKey", line.objectKey());
    add(text, "version", Long.toString(line.version()));
    add(text, "before", line.before());
    add(text, "after", line.after());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    text.append(name).append('=');
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.getBytes(UTF_8).length).append(':').append(value);
    }
    text.append('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
