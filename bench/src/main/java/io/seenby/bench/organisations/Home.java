package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where somebody lives and what they are called: plain texts that intake turns into match tokens. */
record Home(String surname, String household, String street) {

    /** Of the stranger with that number: surnames are shared by some, streets by few, households by nobody. */
    static Home of(long seed, int number) {
        long hash = mix(seed * 31 + number);
        // The product of two draws makes some surnames frequent, as they are.
        int surname = (int) ((hash >>> 1) % 40 * ((hash >>> 9) % 40));
        return new Home("surname-%04d".formatted(surname), "", "")
                .at("street-%04d".formatted((hash >>> 17) % 2_000), number);
    }

    /** The same surname, another home. */
    Home at(String street, int house) {
        return new Home(surname, street + " " + house, street);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("surname", surname)
                .put("household", household)
                .put("street", street);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014). */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
