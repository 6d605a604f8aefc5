package io.seenby.audit.pipeline;

import java.sql.SQLException;

/** A batch could not be integrated for a reason nobody here understands: the process must end, loudly. */
public final class ProjectionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProjectionFailed(Batch batch, Exception cause) {
        super(
                "partition %d, offsets %d to %d: %s"
                        .formatted(
                                batch.partition(),
                                batch.firstOffset(),
                                batch.endOffset() - 1,
                                cause instanceof SQLException sql ? "SQLSTATE " + sql.getSQLState() : "a bug"),
                cause);
    }
}
