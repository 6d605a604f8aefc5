package io.seenby.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.TypeConversionException;

/** {@code HOST:PORT} on the command line. */
final class ListenAddress {

    private ListenAddress() {}

    static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new TypeConversionException("'" + text + "' is not HOST:PORT");
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port > 65_535) {
            throw new TypeConversionException("there is no port " + port);
        }
        return new InetSocketAddress(text.substring(0, colon), port);
    }
}
