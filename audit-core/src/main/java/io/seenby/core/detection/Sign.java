package io.seenby.core.detection;

/** What speaks against a look that nothing explains, with its points and the words for it. */
enum Sign {
    CO_WORKER(2, "the client works here"),
    NEIGHBOUR(2, "the client lives in the actor's street"),
    DECEASED(2, "the client has died"),
    SURNAME(1, "the client has the actor's surname"),
    SENSITIVE(1, "the record is sensitive"),
    TAKEN_AWAY(1, "it was exported or printed"),
    NOT_THE_FIRST(1, "the actor has opened records of other such clients lately"),
    OFF_HOURS(1, "hardly anybody of the actor's role works at that hour");

    private final int points;
    private final String words;

    Sign(int points, String words) {
        this.points = points;
        this.words = words;
    }

    int points() {
        return points;
    }

    String words() {
        return words;
    }
}
