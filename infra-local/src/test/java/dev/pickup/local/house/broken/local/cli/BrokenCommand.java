package dev.pickup.local.house.broken.local.cli;

/// Breaks the rules on purpose.
public final class BrokenCommand {}
