package io.seenby.bench.profile;

import io.seenby.bench.Options;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of one benchmark, by what was measured; none if they weren't asked for. */
public final class Profiles {
    private final boolean asked;
    private final Path file;
    private final Parts parts;
    private final Map<String, Shares> shares = new LinkedHashMap<>();
    private Optional<Profile> running = Optional.empty();

    /** @param file where a recording is put until it is read */
    public Profiles(Options chosen, Path file, Parts parts) {
        this.asked = chosen.get(Profile.ASKED) > 0;
        this.file = file;
        this.parts = parts;
    }

    /** Records that process until {@link #end}. */
    public void begin(long pid) throws IOException, InterruptedException {
        if (asked) {
            running = Optional.of(Profile.begin(pid, file));
        }
    }

    /** Adds what was seen since {@link #begin} to what is known of {@code measured}. */
    public void end(String measured) throws IOException, InterruptedException {
        if (running.isPresent()) {
            shares.merge(measured, running.get().end(parts), Shares::plus);
            running = Optional.empty();
        }
    }

    /** The contender, recorded in each of its rounds. */
    public Contender of(String measured, long pid, Contender contender) {
        return new Recorded(measured, pid, contender);
    }

    /** One for each of what was measured. */
    public List<Report.Section> sections() {
        return shares.entrySet().stream()
                .map(each -> new Report.Section(
                        each.getKey() + ": where the service's time went, while it was recorded",
                        each.getValue().table()))
                .toList();
    }

    private final class Recorded implements Contender {
        private final String measured;
        private final long pid;
        private final Contender contender;

        private Recorded(String measured, long pid, Contender contender) {
            this.measured = measured;
            this.pid = pid;
            this.contender = contender;
        }

        @Override
        public String name() {
            return contender.name();
        }

        @Override
        public List<String> besideNames() {
            return contender.besideNames();
        }

        @Override
        public void warmUp() throws Exception {
            contender.warmUp();
        }

        @Override
        public Measured measure(int round) throws Exception {
            begin(pid);
            var figures = contender.measure(round);
            end(measured);
            return figures;
        }
    }
}
