package dev.pickup.functions.runtime;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What all functions are given from outside.
///
/// @param database        one client of a process
/// @param carriers        the carrier of that name, on the account that managed numbers are bought on
/// @param telnyxPublicKey base64 of 32 raw bytes, which verifies Telnyx' webhooks
/// @param publicBaseUrl   how carriers reach us
/// @param random          makes secrets: a `SecureRandom` outside of tests
public record FunctionSettings(
        DynamoDbClient database,
        EventBus bus,
        Function<CarrierName, Carrier> carriers,
        String telnyxPublicKey,
        URI publicBaseUrl,
        Metrics metrics,
        Clock clock,
        RandomGenerator random) {}
