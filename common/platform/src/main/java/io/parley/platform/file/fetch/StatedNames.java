package io.parley.platform.file.fetch;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/** The name that a response or a URL gives a file; as stated, so not safe yet. */
final class StatedNames {

  private static final Pattern PROGRAM =
      Pattern.compile(".*\\.(php|aspx?|ashx|jspx?|cgi|do)", Pattern.CASE_INSENSITIVE);

  private StatedNames() {}

  /**
   * From Content-Disposition: {@code filename*} (RFC 5987, RFC 8187) before {@code filename} (RFC
   * 6266 §4.3).
   *
   * @param header its bytes as ISO 8859-1; those of UTF-8, which many send, are understood
   */
  static Optional<String> inHeader(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    HeaderElement[] elements =
        BasicHeaderValueParser.INSTANCE.parseElements(header, new ParserCursor(0, header.length()));
    String plain = null;
    for (HeaderElement element : elements) {
      for (NameValuePair parameter : element.getParameters()) {
        String value = parameter.getValue();
        if (value == null || value.isEmpty()) {
          continue;
        }
        if (parameter.getName().equalsIgnoreCase("filename*")) {
          Optional<String> extended = extended(value);
          if (extended.isPresent()) {
            return extended;
          }
        } else if (parameter.getName().equalsIgnoreCase("filename") && plain == null) {
          plain = value;
        }
      }
    }
    return Optional.ofNullable(plain).map(StatedNames::readable);
  }

  /**
   * The last segment of the path; empty where the path ends with a slash, or where the segment
   * names the program that gives out the file ({@code download.php?id=7}) and not the file.
   */
  static Optional<String> inPath(URI url) {
    String path = url.getPath();
    return Optional.ofNullable(path)
        .map(whole -> whole.substring(whole.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty() && !PROGRAM.matcher(name).matches());
  }

  /** {@code UTF-8'en'na%C3%AFve.txt} */
  private static Optional<String> extended(String value) {
    String[] parts = value.split("'", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(PercentCodec.decode(parts[2], Charset.forName(parts[0])))
          .filter(name -> !name.isEmpty());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String readable(String latin1) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return latin1;
    }
  }
}
