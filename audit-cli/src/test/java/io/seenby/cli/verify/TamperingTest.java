package io.seenby.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.cli.export.MemoryLedger;
import io.seenby.cli.export.MemoryLedger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to an entry that a checkpoint covers is noticed, and nothing is noticed where nothing was done. */
class TamperingTest {

    enum Tampering {
        FLIP,
        DELETE,
        DELETE_AND_CLOSE_UP,
        INSERT,
        SWAP,
        TRUNCATE,
        DUPLICATE,
        RE_ENCODE,
        EMPTY,
        GIVE_AWAY
    }

    private static final List<String> TENANTS = List.of("aa", "bb", "cc");

    private static MemoryLedger ledger(Random random) {
        Scribe scribe = new Scribe(2).open("aa", 0).open("bb", 1);
        if (random.nextBoolean()) {
            scribe.strangers(0, "aa");
        }
        scribe.open("cc", 0);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            scribe.entries(TENANTS.get(random.nextInt(3)), random.nextInt(9));
            if (random.nextInt(3) == 0) {
                scribe.strangers(random.nextInt(2), "cc");
            }
            scribe.checkpoints();
        }
        return scribe.ledger;
    }

    @Property(tries = 150)
    void aCleanLedgerIsClean(@ForAll long seed) {
        assertThat(Verdict.on(ledger(new Random(seed))).sentences()).isEmpty();
    }

    @Property(tries = 600)
    void everyTamperingIsNoticed(@ForAll long seed, @ForAll Tampering tampering) {
        Random random = new Random(seed);
        MemoryLedger ledger = ledger(random);
        if (tamper(ledger, tampering, random)) {
            assertThat(Verdict.on(ledger).exitCode())
                    .as("%s, seed %d", tampering, seed)
                    .isGreaterThanOrEqualTo(10);
        }
    }

    /** Answers whether there was anything to do it to. */
    private static boolean tamper(MemoryLedger ledger, Tampering tampering, Random random) {
        List<Entry> entries = ledger.entries;
        int at = random.nextInt(entries.size());
        Entry entry = entries.get(at);
        byte[] value = entry.value();
        switch (tampering) {
            case FLIP -> {
                if (value == null) {
                    return false;
                }
                byte[] flipped = value.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                entries.set(at, entry.with(flipped));
            }
            case DELETE -> entries.remove(at);
            case DELETE_AND_CLOSE_UP -> {
                entries.remove(at);
                renumber(ledger);
            }
            case INSERT -> {
                // Before a tenant is opened, and in the place of what has no value, another tree would grow at its end.
                if (value == null || new String(value).contains("tenant-opened")) {
                    return false;
                }
                entries.add(at, entry.with(Scribe.bytes("inserted")));
                renumber(ledger);
            }
            case DUPLICATE -> {
                // A copy of the last one grows the tree past its last checkpoint: what follows that is covered by the
                // next.
                if (value == null || entries.stream().skip(at + 1).noneMatch(later -> isOfTheSame(later, entry))) {
                    return false;
                }
                entries.add(at, entry);
                renumber(ledger);
            }
            case SWAP -> {
                // Of another tenant, or without a value as this one, the two trees stay what they are.
                for (int other = at + 1; other < entries.size(); other++) {
                    if (value != null && isOfTheSame(entries.get(other), entry)) {
                        entries.set(at, entry.with(entries.get(other).value()));
                        entries.set(other, entries.get(other).with(value));
                        return true;
                    }
                }
                return false;
            }
            case TRUNCATE ->
                entries.removeIf(each -> each.partition() == entry.partition() && each.offset() >= entry.offset());
            case RE_ENCODE -> {
                if (value == null) {
                    return false;
                }
                entries.set(at, entry.with(Scribe.bytes(new String(value) + " ")));
            }
            case EMPTY -> {
                if (value == null) {
                    return false;
                }
                entries.set(at, entry.with(null));
            }
            case GIVE_AWAY -> {
                if (value == null || new String(entry.key()).startsWith("nobody")) {
                    return false;
                }
                entries.set(at, entry.keyed(Scribe.bytes(new String(entry.key()).equals("aa") ? "cc" : "aa")));
            }
        }
        return true;
    }

    private static boolean isOfTheSame(Entry one, Entry other) {
        return one.value() != null
                && one.partition() == other.partition()
                && new String(one.key()).equals(new String(other.key()));
    }

    private static void renumber(MemoryLedger ledger) {
        long[] next = new long[ledger.partitions];
        List<Entry> renumbered = new ArrayList<>();
        ledger.entries.forEach(each -> renumbered.add(each.at(next[each.partition()]++)));
        ledger.entries.clear();
        ledger.entries.addAll(renumbered);
    }
}
