package io.seenby.manifests.rule;

import java.nio.file.Path;
import java.util.Map;

/** What is judged alike wherever SeenBy runs. */
public final class SettingsInCommon {

    private final KnownNames names;

    public SettingsInCommon(Path root) {
        this.names = KnownNames.in(root);
    }

    /** Whether that program reads the variable. */
    public boolean knows(String program, String variable) {
        return names.knows(program, variable);
    }

    /** Whether a variable of that name with that value gives a secret away; a reference to another variable does not. */
    public boolean isSecretInClear(String variable, String value) {
        return !value.startsWith("${") && NoSecrets.givesAway(variable, value);
    }

    /** PostgreSQL's parameters that everybody must set, and to what. */
    public Map<String, String> ofPostgres() {
        return Database.DEMANDED;
    }
}
