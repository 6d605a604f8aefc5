package io.seenby.core.detection;

import io.seenby.events.Action;
import io.seenby.events.ActorKind;
import io.seenby.events.Assurance;
import io.seenby.events.Channel;
import io.seenby.events.Circumstances;
import io.seenby.events.EventType;
import io.seenby.events.Intent;
import io.seenby.events.KnownBy;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LegalBasis;
import io.seenby.events.MatchToken;
import io.seenby.events.Recipient;
import io.seenby.events.RecipientKind;
import io.seenby.events.RecipientRef;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Words for what somebody does many times a day, and for how information goes out. */
final class HabitWords {

    private HabitWords() {}

    static Happening searchedFor(String actor, List<String> terms, String... listed) {
        return happened(
                EventType.CLIENTS_SEARCHED,
                new LedgerEvent.ClientsSearched(
                        Words.circumstances(false, false),
                        List.of("name"),
                        terms.stream()
                                .map(term -> new MatchToken(Words.ref(term)))
                                .toList(),
                        listed.length),
                actor,
                listed);
    }

    static Happening refused(String actor, String... clients) {
        return happened(
                EventType.ACCESS_DENIED,
                new LedgerEvent.AccessDenied(Words.circumstances(false, false), Action.READ, Optional.empty()),
                actor,
                clients);
    }

    static Happening exportedMany(String actor, long records, String... clients) {
        return happened(
                EventType.RECORD_EXPORTED,
                new LedgerEvent.RecordExported(Words.circumstances(false, false), Optional.of("csv"), records),
                actor,
                clients);
    }

    static Happening readAt(Assurance assurance, String actor, String... clients) {
        Circumstances session = new Circumstances(
                Optional.empty(),
                false,
                false,
                Intent.DELIBERATE,
                Optional.of(assurance),
                Optional.empty(),
                Optional.empty());
        return happened(EventType.RECORD_READ, new LedgerEvent.RecordRead(session), actor, clients);
    }

    static Happening released(
            Channel channel,
            boolean secured,
            Optional<RecipientKind> kind,
            Optional<LegalBasis> basis,
            String... clients) {
        return happened(
                EventType.INFORMATION_DISCLOSED,
                new LedgerEvent.InformationDisclosed(
                        new Recipient(new RecipientRef(Words.ref("world")), kind),
                        channel,
                        secured,
                        basis,
                        Optional.empty(),
                        Intent.DELIBERATE,
                        KnownBy.SYSTEM),
                "clerk-02",
                clients);
    }

    /** So many clients, numbered from here on. */
    static String[] clients(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj("client-%04d"::formatted)
                .toArray(String[]::new);
    }

    /** The same, each time it happens. */
    static Happening[] times(int many, IntFunction<Happening> happening) {
        return IntStream.range(0, many).mapToObj(happening).toArray(Happening[]::new);
    }

    private static Happening happened(EventType type, LedgerEvent event, String actor, String... clients) {
        return new Happening(type, event, actor, ActorKind.WORKFORCE, clients).of("note");
    }
}
