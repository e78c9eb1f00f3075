package dev.pickup.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.pickup.core.account.AccountId;
import dev.pickup.local.issuer.TokenCheck.Refused;
import dev.pickup.local.issuer.TokenCheck.Verified;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final URI ISSUER = URI.create("http://localhost:8080");
    private static final AccountId ACCOUNT = new AccountId("acc_demo");

    @TempDir
    Path folder;

    private LocalIssuer issuer;
    private RSAKey key;

    @BeforeEach
    void open() throws Exception {
        issuer = LocalIssuer.open(folder, ISSUER, at(NOW));
        key = RSAKey.parse(Files.readString(folder.resolve("issuer-key.json")));
    }

    @Test
    void aTokenCarriesWhatCognitosWouldAndTheAccount() {
        String token = issuer.accessToken(ACCOUNT, Role.OWNER, Duration.ofHours(1));
        assertThat(issuer.verifier().check(token))
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.claims())
                                .containsEntry("account", "acc_demo")
                                .containsEntry("cognito:groups", "[owner]")
                                .containsEntry("token_use", "access")
                                .containsEntry("client_id", LocalIssuer.CLIENT_ID)
                                .containsEntry("iss", ISSUER.toString())
                                .containsEntry(
                                        "exp",
                                        Long.toString(NOW.plusSeconds(3600).getEpochSecond()))
                                .containsKeys("sub", "jti", "iat", "scope"));
    }

    @Test
    void theKeyIsKeptForItsOwnerOnlyAndTokensOutliveARestart() throws Exception {
        String token = issuer.accessToken(ACCOUNT, Role.OWNER, Duration.ofHours(1));
        LocalIssuer restarted = LocalIssuer.open(folder, ISSUER, at(NOW));
        assertThat(restarted.verifier().check(token)).isInstanceOf(Verified.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExpiredTokenIsRefusedAndOneOfTheFutureToo() throws Exception {
        String token = issuer.accessToken(ACCOUNT, Role.OWNER, Duration.ofHours(1));
        var later = LocalIssuer.open(folder, ISSUER, at(NOW.plus(Duration.ofMinutes(61))));
        assertRefused(later.verifier().check(token), "expired");
        assertRefused(check(claims().notBeforeTime(Date.from(NOW.plusSeconds(60)))), "not valid yet");
        assertRefused(check(claims().issueTime(Date.from(NOW.plusSeconds(60)))), "not valid yet");
        assertRefused(check(claims().expirationTime(null)), "expired");
    }

    @Test
    void anotherIssuerAudienceOrKindOfTokenIsRefused() throws Exception {
        assertThat(check(claims())).isInstanceOf(Verified.class);
        assertRefused(check(claims().issuer("http://localhost:8081")), "another issuer");
        assertRefused(check(claims().claim("client_id", "someone-else")), "another audience");
        assertRefused(check(claims().claim("token_use", "id")), "not an access token");
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        assertRefused(check(claims(), JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(other)), "not signed by");
        assertRefused(check(claims(), JWSAlgorithm.RS256, "unknown", new RSASSASigner(key)), "not signed by");
        String token = issuer.accessToken(ACCOUNT, Role.VIEWER, Duration.ofHours(1));
        String[] parts = token.split("\\.", -1);
        String raised = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("viewer", "owner");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(raised.getBytes(UTF_8))
                + "." + parts[2];
        assertRefused(issuer.verifier().check(forged), "not signed by");
    }

    @Test
    void noAlgorithmButOursIsTaken() throws Exception {
        assertRefused(issuer.verifier().check(new PlainJWT(claims().build()).serialize()), "not a signed JWT");
        byte[] publicKey = key.toPublicJWK().toRSAPublicKey().getEncoded();
        assertRefused(
                check(claims(), JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(publicKey)), "not signed with RS256");
        assertRefused(
                check(claims(), JWSAlgorithm.RS512, key.getKeyID(), new RSASSASigner(key)), "not signed with RS256");
    }

    @Test
    void nonsenseIsRefusedWithoutAFault() {
        assertRefused(issuer.verifier().check("a.b"), "not a signed JWT");
        assertRefused(issuer.verifier().check(""), "not a signed JWT");
        assertRefused(issuer.verifier().check("x".repeat(10_000)), "too long");
    }

    private TokenCheck check(JWTClaimsSet.Builder claims) throws Exception {
        return check(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
    }

    private TokenCheck check(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String kid, JWSSigner signer)
            throws Exception {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims.build());
        token.sign(signer);
        return issuer.verifier().check(token.serialize());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.toString())
                .claim("client_id", LocalIssuer.CLIENT_ID)
                .claim("token_use", "access")
                .claim("account", "acc_demo")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static void assertRefused(TokenCheck check, String because) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.sentence()).contains(because));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
