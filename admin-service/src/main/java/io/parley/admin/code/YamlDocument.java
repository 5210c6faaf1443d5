package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One document of configuration: YAML 1.2 with the core schema, reduced to what JSON can say too,
 * with the place of every value. Immutable as long as nobody changes the tree.
 */
public final class YamlDocument {

  /** What a document may have, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final int SMALLEST_BUFFER = 1 << 10;
  private static final int LARGEST_BUFFER = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final JsonNode tree;
  private final Place root;

  private YamlDocument(JsonNode tree, Place root) {
    this.tree = tree;
    this.root = root;
  }

  /**
   * Reads one document.
   *
   * <p>Only {@code null}, {@code true}, {@code false} and numbers are typed without quotes; {@code
   * no}, {@code 12:30} and {@code 2026-01-01} stay texts. Aliases are copied.
   *
   * @param bytes UTF-8
   * @throws RefusedDocumentException with everything that is wrong: not UTF-8, no YAML, larger than
   *     {@link #MOST_BYTES}, several documents, a key twice in one mapping, a key that is no text
   *     or longer than 1,000 characters, tags, more than 50 levels, 500,000 values or 100 aliases
   */
  public static YamlDocument read(byte[] bytes) {
    Refusals refusals = new Refusals();
    String text = decoded(bytes, refusals);
    try {
      TreeReader.Read read =
          new TreeReader(new Parse(settings(text)).parseString(text).iterator(), refusals)
              .document();
      refusals.throwIfAny();
      return new YamlDocument(read.value(), read.place());
    } catch (MarkedYamlEngineException e) {
      throw refusals.last(position(e), Path.ROOT, "no valid YAML: " + e.getProblem());
    } catch (ReaderException e) {
      throw refusals.last(
          positionOf(text, text.offsetByCodePoints(0, e.getPosition())),
          Path.ROOT,
          "the character U+%04X is not allowed".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw refusals.last(Position.START, Path.ROOT, "no valid YAML of version 1.2");
    }
  }

  /**
   * The canonical text of a tree: the same tree gives the same bytes, in every release. Reading it
   * gives an equal tree (numbers equal in value).
   *
   * @throws IllegalArgumentException if the tree has what JSON has not
   */
  public static byte[] write(JsonNode tree) {
    return CanonicalText.of(tree).getBytes(StandardCharsets.UTF_8);
  }

  /** The values. */
  public JsonNode tree() {
    return tree;
  }

  /**
   * Where a value stands; a field's place is that of its key.
   *
   * @param pointer JSON pointer (RFC 6901); where there is no such value, the nearest one around it
   *     counts
   */
  public Position positionOf(String pointer) {
    return root.nearest(pointer).position();
  }

  private static String decoded(byte[] bytes, Refusals refusals) {
    if (bytes.length > MOST_BYTES) {
      throw refusals.last(
          Position.START, Path.ROOT, "the document is larger than " + MOST_BYTES + " bytes");
    }
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    if (result.isError()) {
      throw refusals.last(
          positionOf(text, text.length()), Path.ROOT, "the document is not UTF-8 here");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** The parser copies a long text once for each buffer of it; small ones would make that slow. */
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setLabel("document")
        .setCodePointLimit(MOST_BYTES)
        .setBufferSize(Math.clamp(text.length(), SMALLEST_BUFFER, LARGEST_BUFFER))
        .build();
  }

  private static Position position(MarkedYamlEngineException e) {
    Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
    return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Position positionOf(String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int lineStart = before.lastIndexOf('\n') + 1;
    return new Position(line + 1, before.codePointCount(lineStart, offset) + 1);
  }
}
