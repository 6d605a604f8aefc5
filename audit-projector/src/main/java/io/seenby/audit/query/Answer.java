package io.seenby.audit.query;

import io.seenby.audit.door.QuestionReport.Boxes;
import io.seenby.audit.door.Recorded;
import io.seenby.events.ClientRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An answer that is prepared and has not left.
 *
 * @param ids of the things in it, in order
 * @param clients whose information it shows
 * @param open boxes to be opened for it
 * @param body what leaves once the question is recorded; empty: there is no such thing
 */
public record Answer<T>(
        List<String> ids, Set<ClientRef> clients, List<Boxes> open, Function<Recorded, Optional<T>> body) {

    /** An answer that shows at most this many clients: each is named in the record of the question. */
    public static final int MOST_CLIENTS = 1_000;

    public Answer {
        if (clients.size() > MOST_CLIENTS) {
            throw new IllegalArgumentException("an answer must not show " + clients.size() + " clients");
        }
    }

    public static <T> Answer<T> of(List<String> ids, Set<ClientRef> clients, T body) {
        return new Answer<>(ids, clients, List.of(), recorded -> Optional.of(body));
    }

    /** The same answer with another body. */
    public <U> Answer<U> map(Function<T, U> change) {
        return new Answer<>(ids, clients, open, recorded -> body.apply(recorded).map(change));
    }

    public static <T> Answer<T> nothing() {
        return new Answer<>(List.of(), Set.of(), List.of(), recorded -> Optional.empty());
    }

    /** SHA-256 over the ids, one a line, base64url. */
    public static String digest(List<String> ids) {
        byte[] lines = String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Cursor.sha256(lines));
    }
}
