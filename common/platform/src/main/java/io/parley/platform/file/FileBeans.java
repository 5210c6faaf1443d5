package io.parley.platform.file;

import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;

/**
 * Makes what services use of files, each when it is first injected: a service that uses none starts
 * none and needs no configuration for it.
 */
@ApplicationScoped
class FileBeans {

  @Produces
  @Singleton
  FileRules rules(FileSettings settings) {
    return new FileRules(
        settings.largest(),
        settings.blockedExtensions().map(Set::copyOf).orElse(FileRules.DEFAULT_BLOCKED_EXTENSIONS));
  }

  @Produces
  @Singleton
  FileStore store(FileSettings settings, Clock clock) {
    return switch (settings.store()) {
      case FOLDER -> folder(settings, clock);
      case S3 -> S3Connection.open(settings, clock);
    };
  }

  private static FileStore folder(FileSettings settings, Clock clock) {
    try {
      return new FolderFileStore(settings.folder(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "parley.files.folder " + settings.folder() + " cannot be used", e);
    }
  }

  void close(@Disposes FileStore store) throws Exception {
    if (store instanceof AutoCloseable open) {
      open.close();
    }
  }

  @Produces
  @Singleton
  FileIntake intake(FileRules rules, FileStore store, FileSettings settings) {
    return new FileIntake(rules, store, settings.spool());
  }

  @Produces
  @Singleton
  FileLinks links(SecretCipher cipher, WebhookAddress address, Clock clock) {
    return new FileLinks(cipher, address, clock);
  }
}
