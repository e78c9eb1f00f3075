package dev.pickup.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How often something is tried again, and how long to wait before each repeat.
///
/// @param pauses one per repeat; none: it is tried once
public record RetryPolicy(List<Duration> pauses) {
    /// Lambda tries an asynchronous event twice more, after one and two minutes. Here seconds: nobody waits minutes on
    /// one machine, and what is to recover lives in the same process.
    public static final RetryPolicy ASYNCHRONOUS =
            new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)));

    public RetryPolicy {
        pauses = List.copyOf(pauses);
    }

    /// Starts at `first`, doubles up to `longest`, `repeats` times.
    public static RetryPolicy doubling(Duration first, Duration longest, int repeats) {
        return new RetryPolicy(Stream.iterate(first, pause -> pause.multipliedBy(2))
                .limit(repeats)
                .map(pause -> pause.compareTo(longest) > 0 ? longest : pause)
                .toList());
    }
}
