package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileSettingsTest {

  @Test
  void withoutConfigurationFilesAreKeptInAFolder() {
    FileSettings settings = Settings.of(FileSettings.class, Map.of());

    assertThat(settings.store()).isEqualTo(FileSettings.Place.FOLDER);
    assertThat(settings.folder()).isEqualTo(Path.of(".parley/files"));
    assertThat(settings.spool()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    assertThat(settings.largest()).isEqualTo(5_242_880);
    assertThat(settings.blockedExtensions()).isEmpty();
    assertThat(settings.s3().bucket()).isEmpty();
    assertThat(settings.s3().endpoint()).isEmpty();
    assertThat(settings.s3().region()).isEqualTo("us-east-1");
    assertThat(settings.s3().pathStyle()).isFalse();
    assertThat(settings.s3().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.s3().silence()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void extensionsAreAList() {
    FileSettings settings =
        Settings.of(FileSettings.class, Map.of("parley.files.blocked-extensions", "exe,pdf"));

    assertThat(settings.blockedExtensions()).contains(List.of("exe", "pdf"));
  }
}
