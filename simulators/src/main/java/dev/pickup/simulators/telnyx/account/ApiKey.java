package dev.pickup.simulators.telnyx.account;

import java.util.EnumSet;
import java.util.Set;

/// A key of API v2. Prints without its secret.
///
/// @param secret such as `KEY0123`
public record ApiKey(String secret, Set<Permission> permissions) {
    public ApiKey {
        if (!secret.matches("KEY[A-Za-z0-9_]{1,100}")) {
            throw new IllegalArgumentException("A key of API v2 begins with KEY, followed by letters, digits or _.");
        }
        permissions = Set.copyOf(permissions);
    }

    /// A key that may do everything.
    public static ApiKey full(String secret) {
        return new ApiKey(secret, EnumSet.allOf(Permission.class));
    }

    public ApiKey without(Permission... missing) {
        EnumSet<Permission> left = EnumSet.noneOf(Permission.class);
        left.addAll(permissions);
        Set.of(missing).forEach(left::remove);
        return new ApiKey(secret, left);
    }

    @Override
    public String toString() {
        return "ApiKey[" + permissions.size() + " permissions]";
    }
}
