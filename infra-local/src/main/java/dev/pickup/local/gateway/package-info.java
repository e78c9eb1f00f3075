/// The HTTP front: what API Gateway, its JWT authorizer and CloudFront do in the cloud, on one loopback port. Start at
/// [GatewayServer].
///
/// ```
/// /api/**          ApiFront      route, token, validation by openapi.yaml, then the console function
/// /webhooks/**     WebhookFront  raw body to the webhook functions; the carrier's signature is their business
/// /media/*         the media task's own handler
/// /health, /.well-known/*        WellKnown
/// everything else  Dashboard     the built web app
/// ```
@NullMarked
package dev.pickup.local.gateway;

import org.jspecify.annotations.NullMarked;
