package io.seenby.audit.proof;

import io.seenby.audit.checkpoint.CheckpointBoard;
import io.seenby.audit.checkpoint.TreeName;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Snapshot;
import io.seenby.audit.query.TenantSession;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.Range;
import io.seenby.core.ledger.Tiles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's ledger as an auditor who trusts nobody sees it: hashes, and who signed them. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "proof")
public class LedgerResource {

    private static final int MOST_LEAVES = 1_024;

    private final TenantSession sessions;
    private final Askers askers;
    private final CheckpointBoard board;

    LedgerResource(TenantSession sessions, Askers askers, CheckpointBoard board) {
        this.sessions = sessions;
        this.askers = askers;
        this.board = board;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "checkpoint",
            summary = "The latest published checkpoint of the tenant",
            description = "A C2SP signed note: origin, size, root, signatures of the ledger and of its witness.")
    public String checkpoint() {
        return board.latest(TreeName.originOf(askers.current().tenant().value()))
                .map(published -> published.note().format())
                .orElseThrow(Refusals::notThere);
    }

    @GET
    @Path("inclusion")
    @Operation(operationId = "inclusion", summary = "That leaf index is in the tree of size leaves (RFC 6962, 2.1.1)")
    public Uni<Hashes> inclusion(
            @Parameter(description = "Ledger index of the leaf, below size.") @QueryParam("index") @Nullable
                    String index,
            @Parameter(description = "Size of the tree, at most the ledger's.") @QueryParam("size") @Nullable
                    String size) {
        long leaf = required("index", index);
        long leaves = required("size", size);
        if (leaf >= leaves) {
            throw Refusals.malformed("index", "must be below size");
        }
        return prove(leaves, snapshot -> Proof.ofInclusion(leaf, leaves));
    }

    @GET
    @Path("consistency")
    @Operation(
            operationId = "consistency",
            summary = "That the tree of to leaves begins with that of from leaves (RFC 6962, 2.1.2)")
    public Uni<Hashes> consistency(
            @Parameter(description = "Size of the older tree.") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Size of the newer tree, at most the ledger's.") @QueryParam("to") @Nullable
                    String to) {
        long older = required("from", from);
        long newer = required("to", to);
        if (older > newer) {
            throw Refusals.malformed("from", "must be at most to");
        }
        return prove(newer, snapshot -> Proof.ofConsistency(older, newer));
    }

    @GET
    @Path("leaves")
    @Operation(operationId = "leaves", summary = "Leaf hashes from an index on, at most 1,024 at once")
    public Uni<Hashes> leaves(
            @Parameter(description = "Ledger index of the first.") @QueryParam("from") @Nullable String from) {
        long first = required("from", from);
        return sessions.read(askers.current().tenant(), snapshot -> {
            List<Range> wanted = LongStream.range(first, Math.min(first + MOST_LEAVES, snapshot.position()))
                    .mapToObj(index -> new Range(index, index + 1))
                    .toList();
            return hashes(snapshot, new Proof(wanted));
        });
    }

    private Uni<Hashes> prove(long size, LongFunction<Proof> proof) {
        return sessions.read(
                askers.current().tenant(),
                snapshot -> size > snapshot.position()
                        ? Uni.createFrom().failure(Refusals.notThere())
                        : hashes(snapshot, proof.apply(size)));
    }

    private static Uni<Hashes> hashes(Snapshot snapshot, Proof proof) {
        return TreeReader.read(snapshot, Tiles.of(proof)).map(tree -> Hashes.of(proof.hashes(tree::hash)));
    }

    private static long required(String name, @Nullable String value) {
        return Parameters.index(name, value).orElseThrow(() -> Refusals.malformed(name, "is needed"));
    }
}
