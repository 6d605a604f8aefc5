package io.seenby.audit.query;

/** The views cannot answer now; asking again later may help. */
public final class ViewsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not now. */
    public enum Reason {
        UNREACHABLE("The audit views cannot be reached."),
        OVERLOADED("Too many questions are being answered."),
        TOO_SLOW("The answer took longer than it may; ask for a shorter time with from and to."),
        NOTHING_INTEGRATED("Nothing of this tenant is integrated yet.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    ViewsUnavailable(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    ViewsUnavailable(Reason reason, Throwable cause) {
        super(reason.sentence(), cause);
        this.reason = reason;
    }

    public static ViewsUnavailable overloaded() {
        return new ViewsUnavailable(Reason.OVERLOADED);
    }

    public Reason reason() {
        return reason;
    }
}
