package io.seenby.manifests.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of the realm: the roles of the services, tokens that say what the services read, no secret, a step-up. */
final class RealmCheck {

    private static final Pattern ROLE = Pattern.compile("(?m)^\\| ([a-z][a-z, -]+[a-z]) \\| ");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final List<String> CLAIMS = List.of("roles", "tenant", "client", "sub");

    private RealmCheck() {}

    /**
     * A sentence for each fault.
     *
     * @param roles the text of docs/roles.md
     * @param given the environment variables of the container
     */
    static List<String> broken(JsonNode realm, String roles, Set<String> given) {
        List<String> broken = new ArrayList<>();
        Set<String> known = rolesOf(roles);
        Set<String> offered = new TreeSet<>(realm.path("roles").path("realm").findValuesAsText("name"));
        if (!offered.equals(known)) {
            broken.add("The realm has the roles " + offered + " and the services know " + known + ".");
        }
        realm.path("clients").forEach(client -> client(client, given, broken));
        realm.path("users").forEach(user -> user(user, known, given, broken));
        if (!realm.path("browserFlow").asText().equals("step-up")
                || !realm.path("attributes").path("acr.loa.map").asText().contains("\"mfa\":2")) {
            broken.add("The realm has no step-up.");
        }
        return broken;
    }

    /** The first column of the first table. */
    private static Set<String> rolesOf(String text) {
        Set<String> roles = new TreeSet<>();
        Matcher row = ROLE.matcher(text.substring(0, text.indexOf("| endpoint |")));
        while (row.find()) {
            roles.addAll(List.of(row.group(1).split(", ")));
        }
        roles.remove("role");
        return roles;
    }

    private static void client(JsonNode client, Set<String> given, List<String> broken) {
        String id = client.path("clientId").asText();
        if (client.path("directAccessGrantsEnabled").asBoolean(true)) {
            broken.add("The client " + id + " takes people's passwords itself.");
        }
        if (!client.path("publicClient").asBoolean()) {
            secret("The client " + id, client.path("secret").asText(), given, broken);
        }
        Set<String> claims = new TreeSet<>(client.path("protocolMappers").findValuesAsText("claim.name"));
        CLAIMS.stream()
                .filter(claim -> !claims.contains(claim))
                .forEach(claim -> broken.add("Tokens for " + id + " do not say " + claim + "."));
        if (!client.path("protocolMappers")
                .findValuesAsText("included.custom.audience")
                .contains("seenby")) {
            broken.add("Tokens for " + id + " are not for the audience seenby.");
        }
    }

    private static void user(JsonNode user, Set<String> known, Set<String> given, List<String> broken) {
        String name = user.path("username").asText();
        user.path("realmRoles").forEach(role -> {
            if (!known.contains(role.asText())) {
                broken.add(name + " has the role " + role.asText() + ", which there is not.");
            }
        });
        user.path("credentials")
                .forEach(credential -> secret(name, credential.path("value").asText(), given, broken));
    }

    private static void secret(String whose, String value, Set<String> given, List<String> broken) {
        Matcher reference = REFERENCE.matcher(value);
        if (!reference.matches()) {
            broken.add(whose + " has a secret that stands in the realm.");
        } else if (!given.contains(reference.group(1))) {
            broken.add(whose + " has the secret " + reference.group(1) + ", which the container is not given.");
        }
    }
}
