package dev.pickup.local.house.broken.functions.billing;

/// Breaks the rules on purpose.
public final class BrokenBilling {}
