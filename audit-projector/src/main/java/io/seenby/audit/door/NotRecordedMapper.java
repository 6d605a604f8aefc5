package io.seenby.audit.door;

import io.seenby.audit.http.Refusals;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** 503 while questions cannot be recorded: no record, no answer. */
@Provider
public class NotRecordedMapper implements ExceptionMapper<NotRecorded> {

    private static final Logger LOG = Logger.getLogger(NotRecordedMapper.class);

    @Override
    public Response toResponse(NotRecorded failure) {
        LOG.warnf("an answer was refused: reason=NOT_RECORDED cause=%s", Refusals.kindOf(failure.getCause()));
        return Refusals.later("The question cannot be recorded now, so its answer is withheld.")
                .toResponse();
    }
}
