package io.seenby.manifests.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names are read out of sources, so each way to say one is tried. */
class KnownNamesTest {

    private final KnownNames names = KnownNames.in(Path.of(System.getProperty("seenby.root", "../..")));

    @ParameterizedTest
    @CsvSource({
        "access-service,SEENBY_DB_ACCESS_PASSWORD",
        "access-service,ACCESS_INTAKE_ITEM_BYTES",
        "access-service,ACCESS_KEYS_CACHED_TENANTS",
        "access-service,ACCESS_KEK_FILE",
        "access-service,QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE",
        "access-service,KAFKA_SASL_JAAS_CONFIG",
        "audit-projector,SEENBY_DB_PROJECTOR_PASSWORD",
        "audit-projector,SEENBY_WITNESS_URL",
        "audit-projector,SEENBY_QUERY_SESSIONS",
        "audit-projector,SEENBY_BATCH",
        "audit-projector,JAVA_TOOL_OPTIONS"
    })
    void knows(String program, String variable) {
        assertThat(names.knows(program, variable)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "access-service,SEENBY_WITNESS_URL",
        "access-service,ACCESS_ITEM_BYTES",
        "access-service,KAFKA_SASL_JAAS",
        "audit-projector,SEENBY_KEK_FILE",
        "audit-projector,SEENBY_DATABASE"
    })
    void doesNotKnow(String program, String variable) {
        assertThat(names.knows(program, variable)).isFalse();
    }
}
