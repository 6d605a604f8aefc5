package io.seenby.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Stands where the module audit-cli, which is built later, has its program: as a witness that is well and does nothing. */
public final class AuditCli {
    private AuditCli() {}

    public static void main(String[] arguments) throws IOException {
        var words = List.of(arguments);
        if (!words.contains("witness")) {
            System.out.println("audit " + String.join(" ", words));
            return;
        }
        var listen = words.get(words.indexOf("--listen") + 1).split(":");
        var server = HttpServer.create(new InetSocketAddress(listen[0], Integer.parseInt(listen[1])), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
