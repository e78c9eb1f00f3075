/// A simulated Telnyx: the REST API of Call Control v2, signed webhooks and the bidirectional media WebSocket, on real
/// sockets, refusing what the real one refuses; with callers of its own and faults on demand.
///
/// Start at [TelnyxExchange]. Its parts, each in a package that does not know this one: `fault` what shall go wrong,
/// `account` who owns which number, `inventory` what can be bought, `order` how it is bought, `message` texts, `call`
/// the legs and the commands, `media` the WebSocket, `webhook` the deliveries, `rest` the HTTP shapes, `control` the
/// caller-end API; and `line`, beside this package, the one thread that owns all of it.
///
/// Source for all shapes: the public OpenAPI `team-telnyx/openapi` `openapi/spec3.yml` (2026) and the documentation
/// pages "Media Streaming over WebSockets", "Webhook fundamentals", "Voice API webhooks", "API errors". Not simulated:
/// requirement groups, dialling out, conferences, recording, gather, G.722, Opus and AMR-WB.
@NullMarked
package dev.pickup.simulators.telnyx;

import org.jspecify.annotations.NullMarked;
