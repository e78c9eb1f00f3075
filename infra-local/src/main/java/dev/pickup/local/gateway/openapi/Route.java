package dev.pickup.local.gateway.openapi;

import java.util.Map;
import java.util.Set;

/// Where a request goes.
public sealed interface Route {
    /// To this operation.
    ///
    /// @param pathParameters decoded
    record Found(Operation operation, Map<String, String> pathParameters) implements Route {
        public Found {
            pathParameters = Map.copyOf(pathParameters);
        }
    }

    /// The path exists, but not with this method.
    record WrongMethod(Set<String> allowed) implements Route {
        public WrongMethod {
            allowed = Set.copyOf(allowed);
        }
    }

    /// There is no such path.
    record Unknown() implements Route {}
}
