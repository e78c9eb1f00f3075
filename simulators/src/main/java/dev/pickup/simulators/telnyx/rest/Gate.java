package dev.pickup.simulators.telnyx.rest;

import dev.pickup.simulators.rest.HttpReply;

/// Stands between a route and its handler: lets a request through, holds it up, or refuses it. Any thread.
@FunctionalInterface
public interface Gate {
    /// Lets everything through.
    Gate OPEN = (request, handler) -> handler.answer(request);

    /// @throws ApiProblem refused, by the gate or by the handler
    HttpReply pass(RestRequest request, Routes.Handler handler);
}
