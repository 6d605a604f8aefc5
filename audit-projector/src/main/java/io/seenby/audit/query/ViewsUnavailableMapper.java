package io.seenby.audit.query;

import io.seenby.audit.http.Refusals;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** 503 while the views cannot answer. */
@Provider
public class ViewsUnavailableMapper implements ExceptionMapper<ViewsUnavailable> {

    private static final Logger LOG = Logger.getLogger(ViewsUnavailableMapper.class);

    /** Of the cause only its kind is logged: the database's own words may quote what was asked. */
    @Override
    public Response toResponse(ViewsUnavailable failure) {
        LOG.warnf("an answer was refused: reason=%s cause=%s", failure.reason(), Refusals.kindOf(failure.getCause()));
        return Refusals.later(failure.reason().sentence()).toResponse();
    }
}
