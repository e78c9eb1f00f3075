package dev.pickup.local.house.broken.media.speech.offline;

/// Breaks the rules on purpose.
public final class BrokenVoice {}
