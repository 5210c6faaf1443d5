package io.parley.ingress.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.platform.file.OpenFile;
import io.parley.platform.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

  private final AtomicInteger placesGivenBack = new AtomicInteger();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  @Test
  void wholeFileIsSentAndItsPlaceIsGivenBackOnce() throws IOException {
    // Given
    Download download = download("Hello", 5, Duration.ofMinutes(1));

    // When
    download.write(sent);
    download.close();

    // Then
    assertThat(sent.toString(UTF_8)).isEqualTo("Hello");
    assertThat(placesGivenBack).hasValue(1);
  }

  @Test
  void readerWhoIsTooSlowIsCutOff() {
    // Given
    Download download = download("Hello", 5, Duration.ofSeconds(-1));

    // When
    assertThatThrownBy(() -> download.write(sent)).isInstanceOf(IOException.class);

    // Then
    assertThat(sent.size()).isZero();
    assertThat(placesGivenBack).hasValue(1);
  }

  @Test
  void fileThatEndsEarlyIsNotTakenForWhole() {
    // Given
    Download download = download("Hello", 6, Duration.ofMinutes(1));

    // When
    assertThatThrownBy(() -> download.write(sent)).isInstanceOf(EOFException.class);

    // Then
    assertThat(placesGivenBack).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void neverMoreIsSentThanWasPromised(int size) {
    // Given
    Download download = download("Hello", size, Duration.ofMinutes(1));

    // When
    assertThatThrownBy(() -> download.write(sent)).isInstanceOf(IOException.class);

    // Then
    assertThat(sent.size()).isLessThanOrEqualTo(size);
  }

  private Download download(String content, long size, Duration timeLimit) {
    return new Download(
        new OpenFile(
            new StoredFile(UUID.randomUUID(), "a.txt", "text/plain", null, size, "", Instant.EPOCH),
            new ByteArrayInputStream(content.getBytes(UTF_8))),
        placesGivenBack::incrementAndGet,
        timeLimit);
  }
}
