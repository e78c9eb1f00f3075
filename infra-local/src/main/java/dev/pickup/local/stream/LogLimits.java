package dev.pickup.local.stream;

import java.time.Duration;

/// When a log goes on in a new file, and how long old files are kept.
///
/// @param segmentBytes a file that is larger is followed by a new one
/// @param totalBytes   older files are deleted when the log is larger, once they were delivered
/// @param age          and when they are older
public record LogLimits(long segmentBytes, long totalBytes, Duration age) {
    /// 16 MiB a file, at most 512 MiB, seven days: Kinesis' longest usual retention, and about 200 h of calls.
    public static final LogLimits USUAL = new LogLimits(16L << 20, 512L << 20, Duration.ofDays(7));
}
