package io.parley.testing;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * What the resource that starts the servers tells the tests. Quarkus loads the two through
 * different class loaders, which share nothing but the JDK; so texts go through the JVM's
 * properties, which libraries expect to hold nothing but text, and actions through its MBeans.
 */
enum TestEnvironment {
  KAFKA,
  KAFKA_START,
  KAFKA_STOP,
  JDBC_URL,
  JDBC_USER,
  JDBC_PASSWORD,
  JDBC_OWNER,
  JDBC_OWNER_PASSWORD,
  KEYSET_FILE,
  SECRETS_FOLDER,
  TOKEN_KEY;

  private String property() {
    return "io.parley.testing." + name();
  }

  void set(String text) {
    System.getProperties().put(property(), text);
  }

  void set(Runnable action) {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName bean = new ObjectName("io.parley.testing:name=" + name());
      if (beans.isRegistered(bean)) {
        beans.unregisterMBean(bean);
      }
      beans.registerMBean(new StandardMBean(action, Runnable.class), bean);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isSet() {
    return System.getProperties().get(property()) != null;
  }

  String text() {
    return (String) value();
  }

  /** Does what was set. */
  void run() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName("io.parley.testing:name=" + name()), "run", null, null);
    } catch (JMException e) {
      throw new IllegalStateException("the test does not use ServersResource", e);
    }
  }

  private Object value() {
    return Objects.requireNonNull(
        System.getProperties().get(property()), "the test does not use ServersResource");
  }
}
