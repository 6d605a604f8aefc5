package io.seenby.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Texts that stand nowhere else in the world: whoever finds one knows where it came from. */
final class Canaries {

    /** Part of each canary; letters of both cases and digits. */
    final String word = "Kanari" + UUID.randomUUID().toString().replace("-", "").substring(0, 14) + "Vogel";

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /**
     * The canary of a place, the same each time, with what has to be escaped in JSON, HTML, URLs and SQL, but no blank:
     * the local identity server takes a subject up to the first.
     *
     * @param place such as a JSON pointer; at most some eighty characters
     */
    String at(String place) {
        return byPlace.computeIfAbsent(place, name -> "Zoë-\"" + word + "\"-<" + byPlace.size() + name + ">-%27'");
    }

    /** Everything that must not be found. */
    Searcher searcher() {
        Map<String, byte[]> wanted = new LinkedHashMap<>(HiddenForms.ofWord(word));
        byPlace.values().forEach(text -> wanted.putAll(HiddenForms.ofDigests(text)));
        return new Searcher(wanted);
    }

    /** One word as it is. */
    static Searcher plain(String word) {
        return new Searcher(Map.of(word, word.getBytes(StandardCharsets.UTF_8)));
    }
}
