package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.ProjectRoot;
import io.seenby.local.Tokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev token ROLE}: a bearer token and nothing else, for command substitution. */
public final class TokenCommand {
    private static final Set<String> OPTIONS =
            Set.of("--tenant", "--client", "--subject", "--acr", "--expires", "--audience");

    private TokenCommand() {}

    /** Prints the token. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var options = Options.parse(arguments, Set.of(), OPTIONS);
        if (options.words().size() != 1) {
            throw CommandFailed.misused(
                    "Name one role: publisher, auditor, investigator, privacy-officer, client, administrator,"
                            + " erasure-approver or service.");
        }
        var role = options.words().getFirst();
        var wish = new Tokens.Wish(
                role,
                options.value("--tenant"),
                options.value("--client"),
                options.value("--subject").or(() -> Optional.of("local-" + role)),
                options.value("--acr"),
                options.value("--expires").map(given -> Duration.ofSeconds(options.positive("--expires", 1))),
                options.value("--audience"));
        var issuer = StackFile.running(root).issuerUrl();
        System.out.println(new Tokens(issuer, HttpClient.newHttpClient()).bearer(wish));
        return 0;
    }
}
