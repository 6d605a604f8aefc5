package io.seenby.bench.ingest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;

/** The least that an HTTP server can do with a report: read the body, answer 204. */
final class BareServer extends AbstractVerticle {
    private final int port;

    private BareServer(int port) {
        this.port = port;
    }

    /** Arguments: port, number of event loops. Prints a line when it listens. */
    public static void main(String... arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = Integer.parseInt(arguments[1]);
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops))
                .deployVerticle(() -> new BareServer(port), new DeploymentOptions().setInstances(loops))
                .onSuccess(deployed -> System.out.println("listening"))
                .onFailure(failed -> {
                    failed.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> request.body()
                        .onSuccess(body -> request.response().setStatusCode(204).end()))
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
