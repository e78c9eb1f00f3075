/// A simulated Twilio: the REST API of a customer's account, signed webhooks, TwiML and the bidirectional media
/// WebSocket, on real sockets, refusing what the real one refuses; with callers of its own and faults on demand.
///
/// Start at [TwilioExchange]. Its parts, each in a package that does not know this one: `rest` the HTTP shapes,
/// `account` who owns what and its resources, `fault` what shall go wrong, `call` webhooks and what TwiML asks for,
/// `media` the WebSocket, `control` the controls.
///
/// One server stands in for all hosts of the carrier: `api.`, `messaging.`, `trunking.`, `iam.`, `routes.`.
///
/// Source for all shapes: the public OpenAPI files `twilio/twilio-oai` `spec/yaml/*.yaml` (2026) and the documentation
/// pages "Error and warning dictionary", "Restricted API keys", "Webhooks security", "Webhooks connection overrides",
/// "TwiML Stream", "Media Streams WebSocket messages". Not simulated: buying and releasing numbers, dialling out
/// (nobody answers a `<Dial>`), conferences, recording, gather, the voice of `<Say>`, delivery of texts, XML answers,
/// overrides in a URL's fragment.
@NullMarked
package dev.pickup.simulators.twilio;

import org.jspecify.annotations.NullMarked;
