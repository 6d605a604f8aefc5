package io.seenby.audit.alert;

/** The topic has not acknowledged an alert; it will be sent again. */
final class NotAcknowledged extends Exception {

    private static final long serialVersionUID = 1L;

    NotAcknowledged(Throwable cause) {
        super("the topic breach-alerts does not acknowledge: " + cause.getMessage(), cause);
    }
}
