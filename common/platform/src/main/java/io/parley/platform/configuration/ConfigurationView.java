package io.parley.platform.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The configuration in force in this instance. A change is seen as a whole or not at all. */
@ApplicationScoped
public class ConfigurationView {

  private static final Logger LOG = Logger.getLogger(ConfigurationView.class);

  private final List<Consumer<ConfigurationSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private volatile ConfigurationSnapshot current = ConfigurationSnapshot.EMPTY;
  private volatile boolean complete;

  /** The configuration as of now. */
  public ConfigurationSnapshot current() {
    return current;
  }

  /** Whether everything has been read that was on the topic when this instance started. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Something worked out from the configuration, made again when the configuration changes. For
   * indexes and for what is expensive to make.
   *
   * @param derivation pure
   */
  public <T> Supplier<T> derived(Function<ConfigurationSnapshot, T> derivation) {
    return new Derived<>(derivation);
  }

  /**
   * Calls a listener after each change, and once when the configuration is complete. It must be
   * quick.
   */
  public void onChange(Consumer<ConfigurationSnapshot> listener) {
    listeners.add(listener);
  }

  void replace(ConfigurationSnapshot snapshot) {
    current = snapshot;
    complete = true;
    for (Consumer<ConfigurationSnapshot> listener : listeners) {
      try {
        listener.accept(snapshot);
      } catch (RuntimeException e) {
        LOG.errorf(e, "A listener failed on configuration %d.", snapshot.version());
      }
    }
  }

  private final class Derived<T> implements Supplier<T> {

    private final Function<ConfigurationSnapshot, T> derivation;
    private volatile Result<T> last;

    Derived(Function<ConfigurationSnapshot, T> derivation) {
      this.derivation = derivation;
      this.last = new Result<>(current, derivation.apply(current));
    }

    @Override
    public T get() {
      ConfigurationSnapshot snapshot = current;
      Result<T> result = last;
      if (result.of() != snapshot) {
        result = new Result<>(snapshot, derivation.apply(snapshot));
        last = result;
      }
      return result.value();
    }
  }

  private record Result<T>(ConfigurationSnapshot of, T value) {}
}
