package dev.pickup.local.gateway;

import java.io.IOException;

/// Somebody else listens on the port.
public final class PortBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortBusyException(int port, IOException cause) {
        super("Port " + port + " is in use (" + cause.getMessage() + ").", cause);
    }
}
