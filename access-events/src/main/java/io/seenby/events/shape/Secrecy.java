package io.seenby.events.shape;

import java.util.Optional;

/**
 * What becomes of a text on its way into the ledger.
 *
 * @param subject under whose key the text is sealed, where it is
 * @param kind domain of the keyed ref or token, where one stays
 * @param notedAs a boolean that the ledger shows instead, saying that there was such a text
 */
public record Secrecy(Way way, Subject subject, Optional<RefKind> kind, Optional<String> notedAs) {

    /** The ways. */
    public enum Way {
        /** It stays: a code, a public name. Only text with a pattern may. */
        CLEAR,
        /** It goes into a box. */
        SEALED,
        /** Its keyed ref stays under the same name; the text goes into a box. */
        REF,
        /** The match token of its normalised form stays under the same name; the text goes into a box. */
        TOKEN
    }

    /** Whose key a text is sealed under. */
    public enum Subject {
        /** The client the event is about; all of them together where there are several; the tenant where there is none. */
        CLIENT,
        TENANT,
        /** The tenant, unless the actor is the client: then that client. */
        ACTOR
    }

    static final Secrecy CLEAR = new Secrecy(Way.CLEAR, Subject.TENANT, Optional.empty(), Optional.empty());

    static Secrecy sealed(Subject subject) {
        return new Secrecy(Way.SEALED, subject, Optional.empty(), Optional.empty());
    }

    static Secrecy sealedButNoted(Subject subject, String notedAs) {
        return new Secrecy(Way.SEALED, subject, Optional.empty(), Optional.of(notedAs));
    }

    static Secrecy ref(RefKind kind, Subject subject) {
        return new Secrecy(Way.REF, subject, Optional.of(kind), Optional.empty());
    }

    static Secrecy token(RefKind kind, Subject subject) {
        return new Secrecy(Way.TOKEN, subject, Optional.of(kind), Optional.empty());
    }
}
