package dev.pickup.functions.runtime.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.pickup.core.account.AccountId;
import dev.pickup.functions.runtime.api.ApiRequest.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the verified access token says. The gateway checked its signature, issuer and times.
final class Claims {
    private Claims() {}

    static Map<String, String> of(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .map(Map::copyOf)
                .orElseThrow(() -> unauthorized("Send an access token."));
    }

    static AccountId account(Map<String, String> claims) {
        if (!"access".equals(claims.get("token_use"))) {
            throw unauthorized("Send an access token, not another kind of token.");
        }
        try {
            return new AccountId(Optional.ofNullable(claims.get("account")).orElse(""));
        } catch (IllegalArgumentException _) {
            throw unauthorized("The access token names no account; sign in again.");
        }
    }

    /// The gateway writes the list of groups as text, `[owner viewer]` or `["owner","viewer"]`.
    static Role role(Map<String, String> claims) {
        List<String> groups = List.of(Optional.ofNullable(claims.get("cognito:groups"))
                .orElse("")
                .replaceAll("[\\[\\]\"]", " ")
                .trim()
                .split("[ ,]+"));
        if (groups.contains("owner")) {
            return Role.OWNER;
        }
        if (groups.contains("viewer")) {
            return Role.VIEWER;
        }
        throw new ProblemException(403, "role-forbidden", "You have no role in this account; ask its owner for one.");
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(401, "unauthorized", detail);
    }
}
