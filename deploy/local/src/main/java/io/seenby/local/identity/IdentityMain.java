package io.seenby.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.seenby.local.PrivateFile;
import java.net.InetAddress;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Serves discovery, keys, code flow and tokens of the issuer {@code seenby}: {@code IdentityMain PORT KEY_FILE}. */
final class IdentityMain {
    private static final int KEY_BITS = 2048;

    private IdentityMain() {}

    public static void main(String[] arguments) throws ParseException {
        int port = Integer.parseInt(arguments[0]);
        JWK key = JWK.parse(PrivateFile.readOrCreate(Path.of(arguments[1]), IdentityMain::freshKey));
        var tokens = new OAuth2TokenProvider(new KeyProvider(List.of(key), JWSAlgorithm.RS256.getName()));
        var config = new OAuth2Config(
                true, null, null, false, tokens, Set.of(new LocalTokenCallback()), new MockWebServerWrapper());
        var server = new MockOAuth2Server(config);
        server.start(InetAddress.getLoopbackAddress(), port);
        forgetRequests(server);
    }

    /** The library remembers each request until it is asked for it: unasked, the heap would fill up. */
    private static void forgetRequests(MockOAuth2Server server) {
        while (true) {
            try {
                server.takeRequest(1, TimeUnit.HOURS);
            } catch (RuntimeException noneInTheHour) {
                // Nothing to forget.
            }
        }
    }

    private static String freshKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).generate().toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java cannot make an RSA key", impossible);
        }
    }
}
