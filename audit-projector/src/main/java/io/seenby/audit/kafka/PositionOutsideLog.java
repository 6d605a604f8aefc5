package io.seenby.audit.kafka;

/** The stored position is not within the log: records were lost on one side or the other, and nobody may guess which. */
public final class PositionOutsideLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionOutsideLog(LogBounds log, long stored) {
        super("partition %d is integrated up to offset %d, but its log holds %d to %d"
                .formatted(log.partition(), stored, log.beginning(), log.end()));
    }
}
