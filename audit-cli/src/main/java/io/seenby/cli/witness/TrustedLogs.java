package io.seenby.cli.witness;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.VerifierKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whose checkpoints are cosigned: the logs on the command line. Several keys of one log are all trusted. */
public record TrustedLogs(List<Log> logs) {

    private static final int BASE64_LENGTH = 44;

    public TrustedLogs {
        logs = List.copyOf(logs);
    }

    /**
     * @param prefix ends what it matches only if {@code open} is false
     * @param key of any name if the log is named by its origin; else each origin signs under its own
     */
    public record Log(String prefix, boolean open, VerifierKey key) {

        Optional<VerifierKey> keyOf(String origin) {
            if (open) {
                return origin.length() > prefix.length() && origin.startsWith(prefix)
                        ? Optional.of(key.named(origin))
                        : Optional.empty();
            }
            return origin.equals(prefix) ? Optional.of(key) : Optional.empty();
        }
    }

    /** Each {@code ORIGIN=KEY} or {@code PREFIX*=KEY}. Throws {@link IllegalArgumentException} if one is none. */
    public static TrustedLogs parse(List<String> texts) {
        return new TrustedLogs(texts.stream().map(TrustedLogs::log).toList());
    }

    private static Log log(String text) {
        int equals = text.indexOf('=');
        String origin = text.substring(0, Math.max(equals, 0));
        boolean open = origin.endsWith("*");
        String prefix = open ? origin.substring(0, origin.length() - 1) : origin;
        if (prefix.isEmpty() || prefix.indexOf('*') >= 0) {
            throw new IllegalArgumentException("'" + text + "' does not say ORIGIN=KEY");
        }
        return new Log(prefix, open, key(prefix, text.substring(equals + 1)));
    }

    private static VerifierKey key(String origin, String text) {
        VerifierKey key = text.length() == BASE64_LENGTH && text.endsWith("=")
                ? new VerifierKey(origin, KeyKind.LOG, Base64.getDecoder().decode(text))
                : VerifierKey.parse(text);
        if (key.kind() != KeyKind.LOG) {
            throw new IllegalArgumentException("the key of " + origin + " is a witness' and not a log's");
        }
        return key;
    }

    /** The keys of a log, each under the name that it signs with; none if the log is not trusted. */
    public List<VerifierKey> keysOf(String origin) {
        return logs.stream()
                .map(log -> log.keyOf(origin))
                .flatMap(Optional::stream)
                .toList();
    }
}
