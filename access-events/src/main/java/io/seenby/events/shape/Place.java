package io.seenby.events.shape;

import java.util.Optional;

/** Where in a document we are; the pointer is written only when something is wrong there. */
record Place(Optional<Place> parent, String step) {

    static final Place ROOT = new Place(Optional.empty(), "");

    Place at(String name) {
        return new Place(Optional.of(this), name);
    }

    /** JSON pointer, RFC 6901. */
    String pointer() {
        return parent.map(
                        above -> above.pointer() + "/" + step.replace("~", "~0").replace("/", "~1"))
                .orElse("");
    }
}
