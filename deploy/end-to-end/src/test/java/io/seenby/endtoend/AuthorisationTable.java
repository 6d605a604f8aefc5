package io.seenby.endtoend;

import io.seenby.endtoend.Guarded.Naming;
import io.seenby.endtoend.Guarded.Others;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of who is let in where, as it stands in {@code authorisation.csv}, and as {@code docs/roles.md} shows it. */
final class AuthorisationTable {

    /** Every role there is, in the order of {@code docs/roles.md}. */
    static final List<String> ROLES = List.of(
            "publisher",
            "auditor",
            "investigator",
            "privacy-officer",
            "client",
            "administrator",
            "erasure-approver",
            "service");

    private static final int COLUMNS = 8;
    private static final String NONE = "-";

    private AuthorisationTable() {}

    static List<Guarded> read() {
        return resource("authorisation.csv")
                .lines()
                .skip(1)
                .map(AuthorisationTable::line)
                .toList();
    }

    /** A resource beside the table. */
    static String resource(String name) {
        try (InputStream file = AuthorisationTable.class.getResourceAsStream("/authorisation/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Guarded line(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not of eight columns: " + line);
        }
        return new Guarded(
                cells[0],
                cells[1],
                cells[2],
                given(cells[3]).orElse(cells[2]),
                given(cells[4]),
                naming(cells[5]),
                others(cells[6]),
                roles(cells[7]));
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(NONE));
    }

    private static Naming naming(String cell) {
        return switch (cell) {
            case "token" -> Naming.TOKEN;
            case "body" -> Naming.BODY;
            case NONE -> Naming.NOBODY;
            default -> throw new IllegalArgumentException("token, body or -, not " + cell);
        };
    }

    private static Others others(String cell) {
        return switch (cell) {
            case "404" -> Others.NOT_THERE;
            case "empty" -> Others.EMPTY;
            case NONE -> Others.NOT_NAMED;
            default -> throw new IllegalArgumentException("404, empty or -, not " + cell);
        };
    }

    private static Set<String> roles(String cell) {
        Set<String> roles = cell.equals("anyone") ? Set.of() : Set.of(cell.split(" "));
        if (!ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("no such role: " + cell);
        }
        return roles;
    }

    /** The table of {@code docs/roles.md}. */
    static String markdown(List<Guarded> table) {
        String head = "| endpoint | " + String.join(" | ", ROLES) + " | tenant | of another tenant |\n" + "|---"
                + "|:-:".repeat(ROLES.size()) + "|---|---|\n";
        return head + table.stream().map(AuthorisationTable::row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Guarded endpoint) {
        String cells = ROLES.stream()
                .map(role -> endpoint.isPublic() ? "anyone" : endpoint.letsIn(role) ? "yes" : " ")
                .collect(Collectors.joining(" | "));
        return "| " + endpoint.service() + " `" + endpoint.method() + " " + endpoint.path() + "` | " + cells + " | "
                + word(endpoint.tenant()) + " | " + word(endpoint.others()) + " |";
    }

    private static String word(Naming naming) {
        return switch (naming) {
            case TOKEN -> "of the token";
            case BODY -> "of the body";
            case NOBODY -> " ";
        };
    }

    private static String word(Others others) {
        return switch (others) {
            case NOT_NAMED -> " ";
            case NOT_THERE -> "404";
            case EMPTY -> "nothing";
        };
    }
}
