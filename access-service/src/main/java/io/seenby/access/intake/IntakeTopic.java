package io.seenby.access.intake;

import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The topic of one publisher in one tenant. The broker lets nobody else write to it, so its name says who reports, and
 * nothing in a record is believed about that.
 */
public record IntakeTopic(Publisher publisher) {

    /** All of them, for subscribing. */
    public static final Pattern ALL = Pattern.compile("^intake[.][a-z0-9-]+[.].+$");

    private static final Pattern NAME = Pattern.compile("^intake[.]([a-z0-9-]+)[.](.+)$");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9.-]");
    private static final Pattern ESCAPED = Pattern.compile("_([0-9a-f]{2})");

    /** Empty if the name is not one that {@link #name} gives. */
    public static Optional<IntakeTopic> of(String topic) {
        Matcher parts = NAME.matcher(topic);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String publisher = ESCAPED.matcher(parts.group(2))
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(escaped.group(1), 16))));
        try {
            IntakeTopic found =
                    new IntakeTopic(new Publisher(new TenantId(parts.group(1)), new PublisherId(publisher)));
            return Optional.of(found).filter(it -> it.name().equals(topic));
        } catch (IllegalArgumentException noSuchForm) {
            return Optional.empty();
        }
    }

    /** Where it reports: {@code intake.<tenant>.<publisher>}; what topics may not hold is {@code _} and two hex digits. */
    public String name() {
        return "intake" + suffix();
    }

    /** Where it hears of what was refused: {@code rejected.<tenant>.<publisher>}. */
    public String rejected() {
        return "rejected" + suffix();
    }

    private String suffix() {
        String escaped = FOREIGN.matcher(publisher.id().value())
                .replaceAll(foreign -> "_%02x".formatted((int) foreign.group().charAt(0)));
        return "." + publisher.tenant().value() + "." + escaped;
    }
}
