package io.parley.admin.account;

import io.parley.channels.ChannelProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Looks once which providers are on the class path. */
@ApplicationScoped
class InstalledProviders {

  @Produces
  @Singleton
  ChannelProviders providers() {
    return ChannelProviders.installed();
  }
}
