package io.seenby.local.launch;

import java.util.Optional;

/** The lines of a stream of server-sent events, put together: data when an event is complete, and the last id. */
final class ServerSentEvents {
    private final StringBuilder data = new StringBuilder();
    private Optional<String> lastId = Optional.empty();

    /** Takes the next line; answers with an event's data if the line ends the event. */
    Optional<String> line(String line) {
        if (line.isEmpty()) {
            var complete = data.isEmpty() ? Optional.<String>empty() : Optional.of(data.toString());
            data.setLength(0);
            return complete;
        }
        var value =
                line.substring(Math.min(line.length(), line.indexOf(':') + 1)).stripLeading();
        if (line.startsWith("data:")) {
            data.append(data.isEmpty() ? "" : "\n").append(value);
        } else if (line.startsWith("id:")) {
            lastId = Optional.of(value);
        }
        return Optional.empty();
    }

    Optional<String> lastId() {
        return lastId;
    }
}
