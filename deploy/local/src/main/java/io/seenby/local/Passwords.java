package io.seenby.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of the database's roles: random, made on the first start, kept in a file only its owner reads. */
record Passwords(Properties byRole) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "owner";

    /** The roles that services log in as; none of them can pass row-level security. */
    static final List<String> ROLES = List.of(OWNER, "projector", "query", "maintenance", "access");

    static Passwords keptIn(Path file) {
        var byRole = new Properties();
        try {
            byRole.load(new StringReader(PrivateFile.readOrCreate(file, Passwords::freshLines)));
            return new Passwords(byRole);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String freshLines() {
        var random = new SecureRandom();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(SUPERUSER), ROLES.stream())
                .map(role -> role + "=" + fresh(random) + "\n")
                .collect(Collectors.joining());
    }

    /** Hexadecimal, so it needs no quoting in SQL, URLs or shells. */
    private static String fresh(SecureRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String of(String role) {
        var password = byRole.getProperty(role);
        if (password == null) {
            throw new IllegalArgumentException("no database role " + role);
        }
        return password;
    }

    /** Without the passwords: records print their fields. */
    @Override
    public String toString() {
        return "Passwords" + byRole.keySet();
    }
}
