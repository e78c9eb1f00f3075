package dev.pickup.functions.runtime;

import java.net.URI;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What all functions are given from outside.
///
/// @param database        one client of a process
/// @param carrier         the account that managed numbers are bought on
/// @param customers       for work on customers' own carrier accounts
/// @param publicBaseUrl   how carriers reach us
/// @param random          makes secrets: a `SecureRandom` outside of tests
public record FunctionSettings(
        DynamoDbClient database,
        EventBus bus,
        OwnCarrier carrier,
        Customers customers,
        URI publicBaseUrl,
        Metrics metrics,
        Clock clock,
        RandomGenerator random) {}
