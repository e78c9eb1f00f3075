package dev.pickup.local.house.broken.core.util;

/// Breaks the rules on purpose.
public final class BrokenStrings {}
