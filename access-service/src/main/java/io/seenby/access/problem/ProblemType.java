package io.seenby.access.problem;

/** The closed list of problems. The URN is a promise to callers; the title is the same at each occurrence. */
public enum ProblemType {
    MALFORMED("malformed", 400, "The text is not the JSON we read"),
    INVALID("invalid-report", 400, "The report does not have its shape"),
    NOT_SEALED("not-sealed", 400, "The record is not sealed to this service"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed"),
    INSUFFICIENT_AUTHENTICATION("insufficient-user-authentication", 401, "A stronger or fresher login is needed"),
    FORBIDDEN("forbidden", 403, "The token does not permit this"),
    UNREGISTERED_PUBLISHER("unregistered-publisher", 403, "The publisher is not registered"),
    SUSPENDED_PUBLISHER("suspended-publisher", 403, "The publisher is suspended"),
    TYPE_NOT_PERMITTED("type-not-permitted", 403, "The publisher may not report this type of event"),
    SELF_APPROVAL("self-approval", 403, "Who asked for it cannot approve it"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This cannot be done here"),
    OWN_ALERT("own-alert", 409, "Nobody works on an alert about themselves"),
    LEGAL_HOLD("legal-hold", 409, "The client is under a legal hold"),
    DUTY_PERIOD("duty-period", 409, "What was disclosed about the client must still be accounted for"),
    DUTY_EXPIRED("duty-expired", 410, "The request is too old to be approved"),
    TOO_LARGE("too-large", 413, "Too much at once"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not read here"),
    LENGTH_REQUIRED("length-required", 411, "The body must say how long it is"),
    NOT_RECORDABLE("not-recordable", 422, "The resource has no place in the ledger"),
    TOO_MANY("too-many-requests", 429, "This tenant has too much under way"),
    QUOTA_EXCEEDED("quota-exceeded", 429, "The publisher's quota is used up"),
    INTERNAL("internal-error", 500, "The fault is ours"),
    OVERLOADED("overloaded", 503, "Too much is under way"),
    UNAVAILABLE("unavailable", 503, "The ledger cannot be reached");

    private final String urn;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.urn = "urn:seenby:problem:" + name;
        this.status = status;
        this.title = title;
    }

    /** The {@code type} member. */
    public String urn() {
        return urn;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
