package io.seenby.bench.tamper;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Attempts of somebody who can write the broker's disks: checksums and offsets are made right again. */
final class OnTheLog {

    private OnTheLog() {}

    static List<Attempt> all() {
        return List.of(
                Attempt.on("flip", "one bit of a value", (ledger, place) -> flip(ledger, place)),
                Attempt.on("delete", "a record is gone, the next ones move up", (ledger, place) -> {
                    ledger.partition(place.partition()).remove(place.at());
                    ledger.renumber(place.partition());
                }),
                Attempt.on(
                        "delete, leaving a gap",
                        "a record is gone, offsets stay",
                        (ledger, place) -> ledger.partition(place.partition()).remove(place.at())),
                Attempt.on("insert", "an invented record, the next ones move down", (ledger, place) -> {
                    Entry like = entry(ledger, place);
                    ledger.partition(place.partition()).add(place.at(), like.withValue(flipped(like.bytes())));
                    ledger.renumber(place.partition());
                }),
                Attempt.on("swap", "two neighbours change places", OnTheLog::swap),
                Attempt.on("truncate", "the tail is cut off", (ledger, place) -> {
                    List<Entry> entries = ledger.partition(place.partition());
                    entries.subList(place.at(), entries.size()).clear();
                }),
                Attempt.on("re-encode", "the same JSON in other bytes", (ledger, place) -> {
                    String json = new String(entry(ledger, place).bytes(), StandardCharsets.UTF_8);
                    put(ledger, place, entry(ledger, place).withValue(bytes("{ " + json.substring(1))));
                }),
                Attempt.on("duplicate", "a record twice, the next ones move down", (ledger, place) -> {
                    List<Entry> entries = ledger.partition(place.partition());
                    entries.add(place.at(), entries.get(before(entries, place)));
                    ledger.renumber(place.partition());
                }),
                Attempt.on("replay", "an older record in the place of this", (ledger, place) -> {
                    Entry older = ledger.partition(place.partition()).get(0);
                    put(ledger, place, entry(ledger, place).holding(older));
                }),
                Attempt.on(
                        "empty",
                        "a tombstone in the place of a record",
                        (ledger, place) ->
                                put(ledger, place, entry(ledger, place).withValue(null))),
                Attempt.on(
                        "move to another tenant",
                        "the record's key names another",
                        (ledger, place) -> put(
                                ledger,
                                place,
                                entry(ledger, place)
                                        .withKey(other(ledger, place).key()))),
                Attempt.on("swap tenants", "two tenants' records change keys", (ledger, place) -> {
                    List<Entry> entries = ledger.partition(place.partition());
                    Entry here = entry(ledger, place);
                    Entry there = other(ledger, place);
                    entries.set((int) there.offset(), there.withKey(here.key()));
                    put(ledger, place, here.withKey(there.key()));
                }));
    }

    static void flip(LedgerCopy ledger, Place place) {
        Entry entry = entry(ledger, place);
        put(ledger, place, entry.withValue(flipped(entry.bytes())));
    }

    private static void swap(LedgerCopy ledger, Place place) {
        List<Entry> entries = ledger.partition(place.partition());
        Collections.swap(entries, before(entries, place), place.at());
        ledger.renumber(place.partition());
    }

    /** Where the record stands that comes before in the same tenant. */
    private static int before(List<Entry> entries, Place place) {
        String tenant = entries.get(place.at()).tenant();
        int other = place.at() - 1;
        while (!entries.get(other).tenant().equals(tenant)) {
            other--;
        }
        return other;
    }

    static Entry entry(LedgerCopy ledger, Place place) {
        return ledger.partition(place.partition()).get(place.at());
    }

    private static void put(LedgerCopy ledger, Place place, Entry entry) {
        ledger.partition(place.partition()).set(place.at(), entry);
    }

    /** A record of another tenant in the same partition, and not its first. */
    private static Entry other(LedgerCopy ledger, Place place) {
        String tenant = entry(ledger, place).tenant();
        return ledger.partition(place.partition()).stream()
                .filter(each -> !each.tenant().equals(tenant))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] flipped(byte[] value) {
        byte[] other = value.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
