package io.seenby.access.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;

/** A request and its answer are touched on the event loop of their connection only. */
final class OnContext {

    private OnContext() {}

    /** At once if we are there, else as soon as the event loop is free. */
    static void run(RoutingContext request, Runnable work) {
        run(contextOf(request), work);
    }

    static Context contextOf(RoutingContext request) {
        return ((io.vertx.core.http.impl.HttpServerRequestInternal) request.request()).context();
    }

    static void run(Context context, Runnable work) {
        Context current = Vertx.currentContext();
        boolean there = current instanceof ContextInternal ours
                && context instanceof ContextInternal theirs
                && ours.unwrap() == theirs.unwrap()
                && ours.inThread();
        if (there) {
            work.run();
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }
}
