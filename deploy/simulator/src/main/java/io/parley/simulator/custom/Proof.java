package io.parley.simulator.custom;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.simulator.http.Fields;
import org.jspecify.annotations.Nullable;

/** How a call proves where it comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Proof.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = Proof.Token.class, name = "token"),
  @JsonSubTypes.Type(value = Proof.Signed.class, name = "hmac"),
})
public sealed interface Proof {

  /** Basic authentication. */
  record Basic(String username, String password) implements Proof {
    public Basic {
      Fields.matching(username, "[^:]+", "username");
      Fields.required(password, "password");
    }
  }

  /** A fixed header. */
  record Token(String header, String value) implements Proof {
    public Token {
      Fields.matching(header, "[A-Za-z0-9-]+", "header");
      Fields.required(value, "value");
    }
  }

  /**
   * A keyed digest in a header.
   *
   * @param algorithm SHA256 when absent
   * @param encoding HEX when absent
   * @param prefix before the digest, such as {@code sha256=}
   * @param signed what is digested, with {@code {{body}}}, {@code {{url}}} and {@code
   *     {{timestamp}}}; the body when absent
   * @param timestampHeader carries the seconds since 1970; none when absent
   */
  record Signed(
      String header,
      String secret,
      @Nullable Algorithm algorithm,
      @Nullable Encoding encoding,
      @Nullable String prefix,
      @Nullable String signed,
      @Nullable String timestampHeader)
      implements Proof {
    public Signed {
      Fields.matching(header, "[A-Za-z0-9-]+", "header");
      Fields.matching(secret, ".+", "secret");
      algorithm = Fields.orElse(algorithm, Algorithm.SHA256);
      encoding = Fields.orElse(encoding, Encoding.HEX);
      prefix = Fields.orElse(prefix, "");
      signed = Fields.orElse(signed, "{{body}}");
    }
  }

  /** Digest under HMAC. */
  enum Algorithm {
    SHA1,
    SHA256,
    SHA512
  }

  /** How digests are written. */
  enum Encoding {
    HEX,
    BASE64
  }
}
