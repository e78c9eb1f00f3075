package dev.pickup.local.stream;

/// A record of a [SegmentedLog].
///
/// @param position where it begins; grows from record to record, never reused
/// @param next     where the record after it begins
public record LogRecord(long position, long next, String text) {}
