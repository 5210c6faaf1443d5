package io.parley.platform.file.fetch;

import java.net.UnknownHostException;

/** A host name leads to an address that is not public. */
final class ForbiddenAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host) {
    super(host + " has an address that is not public");
  }
}
