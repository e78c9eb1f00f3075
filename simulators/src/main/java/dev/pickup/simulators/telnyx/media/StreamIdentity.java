package dev.pickup.simulators.telnyx.media;

import java.util.Optional;

/// Whose stream it is, as its frames say.
///
/// @param clientState as the last command set it; empty for none
public record StreamIdentity(
        String streamId,
        String userId,
        String callControlId,
        String callSessionId,
        String from,
        String to,
        Optional<String> clientState) {}
