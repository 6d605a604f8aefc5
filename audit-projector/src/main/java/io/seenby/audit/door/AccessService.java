package io.seenby.audit.door;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The requests made of access-service. They share its few kept-alive connections. */
@RegisterRestClient(configKey = "access-service")
@Path("/v1")
interface AccessService {

    /** Fails with a {@code WebApplicationException} for a status from 400 on. */
    @POST
    @Path("questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Recorded> record(@HeaderParam("Authorization") String bearer, QuestionReport report);

    /** Fails with a {@code WebApplicationException} for a status from 400 on. */
    @POST
    @Path("doubts")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> doubt(@HeaderParam("Authorization") String bearer, DoubtReport report);

    /** Fails with a {@code WebApplicationException} for a status from 400 on. */
    @POST
    @Path("checkpoint-keys")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> checkpointKey(@HeaderParam("Authorization") String bearer, CheckpointKeyReport report);

    /** Fails with a {@code WebApplicationException} for a status from 400 on. */
    @POST
    @Path("alert-work")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<WorkRecorded> work(@HeaderParam("Authorization") String bearer, WorkReport report);
}
