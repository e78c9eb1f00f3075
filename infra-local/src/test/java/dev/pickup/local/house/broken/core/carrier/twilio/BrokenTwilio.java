package dev.pickup.local.house.broken.core.carrier.twilio;

/// Breaks the rules on purpose.
public final class BrokenTwilio {}
