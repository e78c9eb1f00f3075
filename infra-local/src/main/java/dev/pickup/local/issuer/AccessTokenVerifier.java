package dev.pickup.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pickup.local.issuer.TokenCheck.Refused;
import dev.pickup.local.issuer.TokenCheck.Verified;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks access tokens as an API Gateway JWT authorizer in front of a Cognito pool does, and what its documentation
/// leaves to the application: `token_use`. Pure but for the clock; any thread.
///
/// Order: form, algorithm (RS256 and nothing else, whatever the header says), key by `kid`, signature, `iss`,
/// `client_id` (Cognito's access tokens have no `aud`) or `aud`, `exp`, `nbf`, `iat`, `token_use`. No leeway but
/// [#SKEW_SECONDS].
/// Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers"; RFC 8725 section 3.1.
public final class AccessTokenVerifier {
    private static final int LONGEST_TOKEN = 8_192;
    private static final long SKEW_SECONDS = 5;

    private final JWKSet keys;
    private final String issuer;
    private final String clientId;
    private final Clock clock;

    AccessTokenVerifier(JWKSet keys, String issuer, String clientId, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clock = clock;
    }

    /// Checks the bearer token itself, without `Bearer `.
    public TokenCheck check(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return new Refused("The access token is too long.");
        }
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm())) {
                return new Refused("The access token is not signed with RS256.");
            }
            return isSignedByUs(parsed)
                    ? claims(parsed.getJWTClaimsSet())
                    : new Refused("The access token was not signed by this issuer.");
        } catch (ParseException | IllegalArgumentException e) {
            return new Refused("The access token is not a signed JWT.");
        }
    }

    private boolean isSignedByUs(SignedJWT token) {
        @Nullable String kid = token.getHeader().getKeyID();
        @Nullable JWK key = kid == null ? null : keys.getKeyByKeyId(kid);
        try {
            return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private TokenCheck claims(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        if (!issuer.equals(claims.getIssuer())) {
            return new Refused("The access token is of another issuer.");
        }
        if (!clientId.equals(claims.getStringClaim("client_id"))
                && !claims.getAudience().contains(clientId)) {
            return new Refused("The access token is for another audience.");
        }
        if (claims.getExpirationTime() == null
                || !isAfter(claims.getExpirationTime(), now.minusSeconds(SKEW_SECONDS))) {
            return new Refused("The access token has expired; get a new one.");
        }
        if (isLater(claims.getNotBeforeTime(), now) || isLater(claims.getIssueTime(), now)) {
            return new Refused("The access token is not valid yet.");
        }
        if (!"access".equals(claims.getStringClaim("token_use"))) {
            return new Refused("This is not an access token.");
        }
        return new Verified(texts(claims));
    }

    private static boolean isAfter(Date time, Instant other) {
        return time.toInstant().isAfter(other);
    }

    private static boolean isLater(@Nullable Date time, Instant now) {
        return time != null && isAfter(time, now.plusSeconds(SKEW_SECONDS));
    }

    private static Map<String, String> texts(JWTClaimsSet claims) {
        return claims.getClaims().entrySet().stream()
                .filter(claim -> claim.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, claim -> text(claim.getValue())));
    }

    private static String text(Object value) {
        return switch (value) {
            case Date time -> Long.toString(time.toInstant().getEpochSecond());
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
            default -> value.toString();
        };
    }
}
