#!/bin/sh
# The command line of Parley's administration: this text finds a Java and hands it the jar behind.
oldest=21

fits() { # whether $1 is a java that is new enough
  [ -x "$1" ] || return 1
  version=$("$1" -version 2>&1) || return 1
  version=${version#*version \"}
  version=${version%%[!0-9]*}
  [ "${version:-0}" -ge "$oldest" ]
}

find_java() {
  for java in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java)" \
    /usr/lib/jvm/*/bin/java /usr/java/*/bin/java /opt/java/*/bin/java /opt/*jdk*/bin/java \
    /opt/homebrew/opt/openjdk*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/*/bin/java "${HOME:-/nonexistent}"/.jdks/*/bin/java; do
    fits "$java" && return
  done
  return 1
}

find_java || {
  echo "parleyctl needs Java $oldest or newer, and none was found in JAVA_HOME, in PATH or under /usr/lib/jvm." >&2
  echo "Install one (for example Temurin 25), or set JAVA_HOME to it." >&2
  exit 5
}

# Not quoted: these are several options. A short life is not worth compiling much for.
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto ${PARLEYCTL_JAVA_OPTIONS:-} -jar "$0" "$@"
exit 5
