package dev.pickup.simulators.telnyx.rest;

/// Stands between a route and its handler: lets a request through, holds it up, or refuses it. Any thread.
@FunctionalInterface
public interface Gate {
    /// Lets everything through.
    Gate OPEN = (request, handler) -> handler.answer(request);

    /// @throws ApiProblem refused, by the gate or by the handler
    RestReply pass(RestRequest request, Routes.Handler handler);
}
