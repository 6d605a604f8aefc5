package io.seenby.access.fhir;

/** What FHIR clients ask a server for before they first talk to it. */
final class Capabilities {

    static final String STATEMENT = """
            {
              "resourceType": "CapabilityStatement",
              "status": "active",
              "date": "2026-01-01",
              "kind": "capability",
              "software": {"name": "SeenBy access-service"},
              "fhirVersion": "4.0.1",
              "format": ["json"],
              "rest": [{
                "mode": "server",
                "documentation": "Records who saw which client's information. Nothing is read, changed or deleted here.",
                "security": {"description": "OAuth 2 bearer token with the role publisher and a tenant."},
                "resource": [
                  {"type": "AuditEvent", "interaction": [{"code": "create"}], "conditionalCreate": false},
                  {"type": "Consent", "interaction": [{"code": "create"}], "conditionalCreate": false}
                ],
                "interaction": [{"code": "batch"}]
              }]
            }
            """;

    private Capabilities() {}
}
