package io.seenby.core.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleDemandsTest {

    @Test
    void aRoleThatMayDoOnlyItsWorkIsTaken() {
        assertThat(RoleDemands.refusal(new RoleDemands.Found("query", List.of(), List.of())))
                .isEmpty();
        assertThat(RoleDemands.unforced(List.of())).isEmpty();
    }

    @Test
    void aRoleThatRowSecurityDoesNotBindIsRefused() {
        assertThat(RoleDemands.refusal(new RoleDemands.Found("query", List.of("superuser", "bypassrls"), List.of())))
                .contains(
                        "The database role query is too powerful (bypassrls, superuser): row security would not bind it.");
    }

    @Test
    void aRoleThatMayChangeEntriesIsRefused() {
        assertThat(RoleDemands.refusal(
                        new RoleDemands.Found("projector", List.of(), List.of("UPDATE on views.entries"))))
                .contains("The database role projector may do what it must not: UPDATE on views.entries.");
    }

    @Test
    void aTableWithoutForcedRowSecurityIsNamed() {
        assertThat(RoleDemands.unforced(List.of("views.entries", "views.alerts")))
                .contains("Row security is not forced on views.alerts, views.entries:"
                        + " a session without a tenant could read it.");
    }
}
