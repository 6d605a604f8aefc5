package io.seenby.audit.proof;

import io.seenby.core.ledger.Hash;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bare proof. */
@Schema(name = "Hashes", description = "A proof by RFC 6962: SHA-256 hashes in base64, in the order that it defines.")
public record Hashes(List<String> hashes) {

    static Hashes of(List<Hash> hashes) {
        return new Hashes(hashes.stream().map(Hash::base64).toList());
    }
}
