package dev.pickup.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pickup.core.account.AccountId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Issues access tokens shaped as Amazon Cognito's, plus the claim `account`, and publishes the key that verifies them.
/// Any thread.
///
/// Source: Amazon Cognito Developer Guide, "Understanding the access token"; RFC 8414 for the discovery document.
public final class LocalIssuer {
    /// The one client of the local issuer: the audience that the gateway asks for.
    public static final String CLIENT_ID = "pickup-local";

    /// As long as Cognito's access tokens last by default.
    public static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    private final RSAKey key;
    private final URI issuer;
    private final Clock clock;

    private LocalIssuer(RSAKey key, URI issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The issuer whose key lies in `folder`; the key is made when there is none.
    ///
    /// @param issuer the claim `iss`, and where the discovery document is served: the base URL of the local stack
    public static LocalIssuer open(Path folder, URI issuer, Clock clock) {
        return new LocalIssuer(SigningKey.in(folder), issuer, clock);
    }

    /// An access token for a member of the account, good for `lifetime` from now.
    public String accessToken(AccountId account, Role role, Duration lifetime) {
        Instant now = clock.instant();
        String subject = UUID.nameUUIDFromBytes((account.value() + "/" + role.group()).getBytes(UTF_8))
                .toString();
        return sign(new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer.toString())
                .claim("client_id", CLIENT_ID)
                .claim("token_use", "access")
                .claim("scope", "openid")
                .claim("cognito:groups", List.of(role.group()))
                .claim("username", role.group() + "@" + account)
                .claim("account", account.value())
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /// Checks tokens as an API Gateway JWT authorizer set up for this issuer does.
    public AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(new JWKSet(key.toPublicJWK()), issuer.toString(), CLIENT_ID, clock);
    }

    /// `/.well-known/jwks.json`: public keys only.
    public Map<String, Object> jwks() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    /// `/.well-known/openid-configuration`.
    public Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer.toString(),
                "jwks_uri", issuer + "/.well-known/jwks.json",
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("token"),
                "scopes_supported", List.of("openid"));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The issuer's key cannot sign", e);
        }
    }
}
