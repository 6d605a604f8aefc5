package io.seenby.events.shape;

import static io.seenby.events.shape.FactShapes.FROM;
import static io.seenby.events.shape.FactShapes.UNTIL;
import static io.seenby.events.shape.FactShapes.fact;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Parts.person;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.RelationshipKind;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.ListOf;

/** How it is reported that actors are tied to clients, or must keep away from them. */
final class RelationshipShapes {

    private static final Field RELATIONSHIP =
            required("relationship", ref(RefKind.RELATIONSHIP, TENANT), "Id of the relationship.");
    private static final Field KIND = required("kind", oneOf(RelationshipKind.class), "What ties them.");
    private static final ListOf MEMBERS = list(person(TENANT), 1, 200);
    private static final Field WALL = required("wall", ref(RefKind.WALL, TENANT), "Id of the wall.");
    private static final Field REASON = optional("reason", sealed(1_000, TENANT), "Why.");

    private RelationshipShapes() {}

    static Fields relationshipEstablished() {
        return fact(
                clients(1, 1_000),
                RELATIONSHIP,
                KIND,
                required("members", MEMBERS, "The actors; each is tied to each client."),
                FROM,
                UNTIL);
    }

    static Fields relationshipEstablishedWithTeams() {
        return fact(
                        clients(1, 1_000),
                        RELATIONSHIP,
                        KIND,
                        optional("members", MEMBERS, "The actors; each is tied to each client."),
                        optional("teams", ActorShapes.teams(1), "The teams; whoever is in one is tied to each client."),
                        FROM,
                        UNTIL)
                .withOneOf("members", "teams");
    }

    static Fields relationshipEnded() {
        return fact(clients(0, 1_000), RELATIONSHIP, REASON);
    }

    static Fields wallRaised() {
        return fact(
                        clients(1, 1_000),
                        WALL,
                        optional("members", MEMBERS, "The actors who must not look at the clients."),
                        optional("teams", ActorShapes.teams(1), "The teams; nobody in one of them may look."),
                        FROM,
                        UNTIL,
                        REASON)
                .withOneOf("members", "teams");
    }

    static Fields wallLifted() {
        return fact(clients(0, 1_000), WALL, REASON);
    }
}
