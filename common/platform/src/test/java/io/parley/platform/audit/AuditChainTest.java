package io.parley.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {

  private final List<AuditLine> chain = chain(5);

  @Test
  void canonicalFormIsAsDocumented() {
    // Given
    AuditLine line = line(7, null, "{\"name\":\"Grüße\"}");

    // When
    String canonical = AuditChain.canonical(line);

    // Then
    assertThat(canonical)
        .isEqualTo(
            """
            parley-audit-1
            previousHash=64:%s
            id=1:7
            at=27:2026-11-20T10:15:00.123456Z
            userId=36:00000000-0000-0000-0000-000000000001
            userName=3:Ada
            address=9:127.0.0.1
            userAgent=-
            action=8:REPLACED
            kind=5:QUEUE
            objectId=-
            objectKey=7:Service
            version=1:7
            before=-
            after=18:{"name":"Grüße"}
            """
                .formatted(AuditChain.BEGIN));
  }

  @Test
  void soundChainIsWholeAndNamesItsNewestLine() throws IOException {
    // When
    Verdict verdict = verify(chain, Optional.empty());

    // Then
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.lines()).isEqualTo(5);
    assertThat(verdict.newest()).contains(new Anchor(5, chain.get(4).hash()));
  }

  @Test
  void emptyChainIsWhole() throws IOException {
    assertThat(verify(List.of(), Optional.empty()))
        .isEqualTo(new Verdict(0, Optional.empty(), Optional.empty()));
  }

  @Test
  void changedLineIsTheFirstBrokenOne() throws IOException {
    // Given
    List<AuditLine> changed = edited(lines -> replace(lines, 2, line(3, "{}", "{}")));

    // When
    Verdict verdict = verify(changed, Optional.empty());

    // Then
    assertThat(verdict.broken()).get().extracting(Verdict.Break::id).isEqualTo(3L);
    assertThat(verdict.newest()).get().extracting(Anchor::id).isEqualTo(2L);
  }

  @Test
  void changedLineThatWasHashedAgainBreaksTheNextOne() throws IOException {
    // Given
    List<AuditLine> changed =
        edited(lines -> replace(lines, 2, line(3, "{}", "{}").behind(chain.get(1).hash())));

    // When
    Verdict verdict = verify(changed, Optional.empty());

    // Then
    assertThat(verdict.broken()).get().extracting(Verdict.Break::id).isEqualTo(4L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void removedLineIsNoticedAtTheNextOne(int index) throws IOException {
    // Given
    List<AuditLine> shorter = new ArrayList<>(chain);
    shorter.remove(index);

    // When
    Verdict verdict = verify(shorter, Optional.empty());

    // Then
    assertThat(verdict.broken()).get().extracting(Verdict.Break::id).isEqualTo(index + 2L);
  }

  @Test
  void tailThatWasCutOffIsNoticedByWhoKeptAnAnchor() throws IOException {
    // Given
    Anchor kept = new Anchor(5, chain.get(4).hash());
    List<AuditLine> shorter = chain.subList(0, 3);

    // When
    Verdict without = verify(shorter, Optional.empty());
    Verdict with = verify(shorter, Optional.of(kept));

    // Then
    assertThat(without.isWhole()).isTrue();
    assertThat(with.broken()).get().extracting(Verdict.Break::id).isEqualTo(5L);
  }

  @Test
  void chainThatWasMadeAnewDoesNotHaveTheAnchor() throws IOException {
    // Given
    Anchor kept = new Anchor(3, chain.get(2).hash());
    List<AuditLine> forged = new ArrayList<>();
    String previous = AuditChain.BEGIN;
    for (int id = 1; id <= 5; id++) {
      forged.add(line(id, null, "{\"forged\":true}").behind(previous));
      previous = forged.getLast().hash();
    }

    // When
    Verdict verdict = verify(forged, Optional.of(kept));

    // Then
    assertThat(verdict.broken()).get().extracting(Verdict.Break::id).isEqualTo(3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"id\":1}", "{\"id\":1} x", "null", "{\"surplus\":1}"})
  void whatIsNoLineBreaksTheChain(String text) throws IOException {
    // Given
    String export = AuditExport.text(chain.get(0)) + text + "\n";

    // When
    Verdict verdict = AuditExport.verify(stream(export), Optional.empty());

    // Then
    assertThat(verdict.broken()).get().extracting(Verdict.Break::id).isEqualTo(2L);
    assertThat(verdict.lines()).isEqualTo(2);
  }

  @Test
  void anchorIsReadAsItIsWritten() {
    // Given
    Anchor anchor = new Anchor(12, "ab".repeat(32));

    // Then
    assertThat(Anchor.parse(anchor.toString())).isEqualTo(anchor);
    assertThatThrownBy(() -> Anchor.parse("12:xyz")).isInstanceOf(IllegalArgumentException.class);
  }

  private List<AuditLine> edited(UnaryOperator<List<AuditLine>> edit) {
    return edit.apply(new ArrayList<>(chain));
  }

  /** Puts content into a line that keeps its hashes, unless the content brings others. */
  private static List<AuditLine> replace(List<AuditLine> lines, int index, AuditLine content) {
    AuditLine old = lines.get(index);
    boolean hashed = !content.hash().isEmpty();
    lines.set(
        index,
        new AuditLine(
            old.id(),
            content.at(),
            content.userId(),
            content.userName(),
            content.address(),
            content.userAgent(),
            content.action(),
            content.kind(),
            content.objectId(),
            content.objectKey(),
            content.version(),
            content.before(),
            content.after(),
            hashed ? content.previousHash() : old.previousHash(),
            hashed ? content.hash() : old.hash()));
    return lines;
  }

  private static Verdict verify(List<AuditLine> lines, Optional<Anchor> anchor) throws IOException {
    return AuditExport.verify(
        stream(lines.stream().map(AuditExport::text).collect(Collectors.joining())), anchor);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<AuditLine> chain(int length) {
    List<AuditLine> lines = new ArrayList<>();
    String previous = AuditChain.BEGIN;
    for (int id = 1; id <= length; id++) {
      lines.add(line(id, null, "{\"name\":\"Grüße\"}").behind(previous));
      previous = lines.getLast().hash();
    }
    return List.copyOf(lines);
  }

  private static AuditLine line(long id, @Nullable String before, @Nullable String after) {
    return new AuditLine(
        id,
        AuditLine.time(Instant.parse("2026-11-20T10:15:00.123456789Z")),
        "00000000-0000-0000-0000-000000000001",
        "Ada",
        "127.0.0.1",
        null,
        "REPLACED",
        "QUEUE",
        null,
        "Service",
        id,
        before,
        after,
        AuditChain.BEGIN,
        "");
  }
}
