package io.seenby.endtoend;

import java.util.Optional;
import java.util.Set;

/**
 * One endpoint and who is let in: a line of {@code authorisation.csv}. Let in means neither 401 nor 403.
 *
 * @param path as the OpenAPI document writes it; with a query where that has rules of its own
 * @param asked path and query of an example; names of {@link Doorsteps}' things in angle brackets
 * @param body resource with an example of the request's body
 * @param tenant who says which tenant it is about
 * @param others what those see who are let in but ask for a thing of another tenant, where the URL names one
 * @param letIn the roles; empty: anyone, even without a token
 */
record Guarded(
        String service,
        String method,
        String path,
        String asked,
        Optional<String> body,
        Naming tenant,
        Others others,
        Set<String> letIn) {

    /** Who names the tenant. */
    enum Naming {
        /** The token, and one that names none is refused. */
        TOKEN,
        /** The body: the token needs none. */
        BODY,
        /** Nobody: it is about none. */
        NOBODY
    }

    /** What becomes of a question for a thing of another tenant. */
    enum Others {
        /** The URL names no such thing. */
        NOT_NAMED,
        /** It is not there. */
        NOT_THERE,
        /** The answer lists nothing. */
        EMPTY
    }

    boolean isPublic() {
        return letIn.isEmpty();
    }

    /** Health, metrics and the documents themselves are no part of the API and stand in no document. */
    boolean isOperations() {
        return path.startsWith("/q/");
    }

    boolean isStream() {
        return path.endsWith("/stream");
    }

    boolean letsIn(String role) {
        return isPublic() || letIn.contains(role);
    }

    /** As people call it. */
    String name() {
        return service + " " + method + " " + path;
    }

    /** As the OpenAPI document of its service has it. */
    String operation() {
        return name().replaceFirst("\\?.*", "");
    }
}
