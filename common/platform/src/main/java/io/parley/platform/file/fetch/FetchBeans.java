package io.parley.platform.file.fetch;

import io.parley.platform.file.FileIntake;
import io.parley.platform.file.FileRules;
import io.parley.platform.file.FileStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the fetcher when it is first injected; a service that does not use it starts no client. */
@ApplicationScoped
class FetchBeans {

  @Produces
  @Singleton
  FileFetcher fetcher(FileIntake intake, FileStore store, FileRules rules, FetchSettings settings) {
    return new FileFetcher(intake, store, rules, settings);
  }

  void close(@Disposes FileFetcher fetcher) {
    fetcher.close();
  }
}
