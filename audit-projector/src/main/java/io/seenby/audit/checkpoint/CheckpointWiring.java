package io.seenby.audit.checkpoint;

import io.seenby.audit.doubt.Doubts;
import io.seenby.audit.ops.ProjectorSettings;
import io.seenby.core.ledger.VerifierKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Builds what depends on keys and on whether there is a witness. */
final class CheckpointWiring {

    private CheckpointWiring() {}

    @Produces
    @Singleton
    static CheckpointKeys keys(ProjectorSettings settings) {
        return new CheckpointKeys(
                KeyFiles.read(settings.checkpointKeyFile(), settings.checkpointKeyPassword()),
                settings.witnessKey().map(VerifierKey::parse));
    }

    @Produces
    @Singleton
    static Witnessing witnessing(ProjectorSettings settings, StoredTrees trees, Doubts doubts) {
        if (settings.witnessUrl().isPresent() != settings.witnessKey().isPresent()) {
            throw new IllegalArgumentException("SEENBY_WITNESS_URL and SEENBY_WITNESS_KEY belong together");
        }
        Optional<Witness> witness = settings.witnessUrl()
                .map(url ->
                        new Witness(url, VerifierKey.parse(settings.witnessKey().orElseThrow())));
        return new Witnessing(witness, trees, doubts);
    }
}
