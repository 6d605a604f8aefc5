package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of the realm at a browser: logs in by the authorisation code flow with PKCE (RFC 7636), and has a phone that
 * shows one-time codes once it was enrolled.
 */
final class Person {

    /** Where the realm sends people back to; nobody need listen there. */
    private static final String BACK = "http://127.0.0.1:8402/";

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final KeycloakSystem system;
    private final String name;
    private final Browser browser;
    private Optional<byte[]> phone = Optional.empty();
    private String used = "";
    private int codes;

    Person(KeycloakSystem system, String name) {
        this.system = system;
        this.name = name;
        this.browser = new Browser(system.keycloak.publicUrl());
    }

    /** The same, with the same phone, where no session is known. */
    Person atAnotherBrowser() {
        Person other = new Person(system, name);
        other.phone = phone;
        other.used = used;
        return other;
    }

    /** Goes as far as a login for the strong level goes with the password alone. */
    Browser.Page withPasswordAlone() throws Exception {
        Browser.Page page =
                browser.open(question(Map.of("acr_values", "mfa"), "any", TO_TEXT.encodeToString(new byte[32])));
        return browser.fill(page, answers(page));
    }

    /** A token after a login with what the realm asks for when nothing more is wanted. */
    String token() throws Exception {
        return token(Map.of());
    }

    /** A token for a request with these parameters besides; the browser still knows the session of the last one. */
    String token(Map<String, String> wanted) throws Exception {
        String verifier = UUID.randomUUID() + "." + UUID.randomUUID();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        String state = UUID.randomUUID().toString();
        Browser.Page end = answered(browser.open(question(wanted, state, TO_TEXT.encodeToString(hash))));
        assertThat(end.told("state")).contains(state);
        return system.exchange(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "console",
                "redirect_uri",
                BACK,
                "code",
                end.told("code").orElseThrow(() -> new AssertionError("no code: " + end)),
                "code_verifier",
                verifier));
    }

    private URI question(Map<String, String> wanted, String state, String challenge) {
        Map<String, String> question = new LinkedHashMap<>(wanted);
        question.put("client_id", "console");
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("redirect_uri", BACK);
        question.put("state", state);
        question.put("code_challenge", challenge);
        question.put("code_challenge_method", "S256");
        return URI.create(system.keycloak.publicUrl() + KeycloakSystem.PROTOCOL + "auth?" + Browser.encoded(question));
    }

    /** How often the realm has asked for a one-time code, the one of the enrolment included. */
    int codesAskedFor() {
        return codes;
    }

    private Browser.Page answered(Browser.Page first)
            throws IOException, InterruptedException, GeneralSecurityException {
        Browser.Page page = first;
        for (int i = 0; i < 5 && page.away().isEmpty(); i++) {
            page = browser.fill(page, answers(page));
        }
        return page;
    }

    private Map<String, String> answers(Browser.Page page) throws GeneralSecurityException, InterruptedException {
        if (page.asks("password")) {
            return Map.of("username", name, "password", system.password());
        }
        if (page.asks("totpSecret")) {
            String secret = page.hidden("totpSecret");
            phone = Optional.of(secret.getBytes(StandardCharsets.UTF_8));
            return Map.of("totpSecret", secret, "totp", code(), "userLabel", "phone");
        }
        if (page.asks("otp")) {
            return Map.of("otp", code());
        }
        throw new AssertionError("an unknown page: " + page.body());
    }

    private String code() throws GeneralSecurityException, InterruptedException {
        codes++;
        used = OneTimeCode.shownBy(phone.orElseThrow(), used);
        return used;
    }
}
