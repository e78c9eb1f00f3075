package dev.pickup.media.failover;

/// One engine behind a port.
///
/// @param name as the journal and the rate card know it
record Provider<E>(E engine, String name, Breaker breaker) {}
