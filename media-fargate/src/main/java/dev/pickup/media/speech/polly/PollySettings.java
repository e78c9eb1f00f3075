package dev.pickup.media.speech.polly;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.polly.model.Engine;

/// How the engine works. Immutable.
///
/// @param engine       `GENERATIVE` or `NEURAL`: what it costs and how it sounds
/// @param streaming    speak through bidirectional streams; generative voices in some Regions only
/// @param perSecond    requests and streams that may begin in a second: the account's quota, or this task's
/// share
/// @param mostAtOnce   open at once, the same way
/// @param timing       how long it waits for what
/// @param attempts     requests for one clause
/// @param lexicons     stored in the account, applied to every text of their language
public record PollySettings(
        Engine engine,
        boolean streaming,
        int perSecond,
        int mostAtOnce,
        Timing timing,
        int attempts,
        List<String> lexicons) {
    public PollySettings {
        lexicons = List.copyOf(lexicons);
        if (streaming && engine != Engine.GENERATIVE) {
            throw new IllegalArgumentException("Streams are for generative voices.");
        }
    }

    /// @param keepAlive    an idle stream gets a sign of life; the service closes it after 5 s
    /// @param rotation     a stream gets no more text after it; the service closes it after 10 minutes
    /// @param flush        text that waits for a sentence's end is spoken when no more came for so long
    /// @param stall        text that brings no audio for so long means that the stream is dead. First audio
    ///                     takes 0.6 s at the 95th percentile (see the simulator's terms)
    /// @param late         a first sound that takes so long, and much longer than usual, is asked for in
    ///                     another way as well: see [FirstSound]
    /// @param waitForPlace longest wait for the quota
    public record Timing(
            Duration keepAlive,
            Duration rotation,
            Duration flush,
            Duration stall,
            Duration late,
            Duration waitForPlace) {
        /// Chosen, inside of the service's limits.
        public static Timing usual() {
            return new Timing(
                    Duration.ofSeconds(4),
                    Duration.ofMinutes(9),
                    Duration.ofMillis(250),
                    Duration.ofMillis(1_500),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2));
        }
    }

    /// Generative voices through streams, with the default quota.
    public static PollySettings generative() {
        return new PollySettings(Engine.GENERATIVE, true, 8, 26, Timing.usual(), 3, List.of());
    }

    /// Neural voices clause by clause, with the default quota: cheaper, and in more Regions.
    public static PollySettings neural() {
        return new PollySettings(Engine.NEURAL, false, 8, 18, Timing.usual(), 3, List.of());
    }

    /// No streams: for a Region that has none.
    public PollySettings clauseWise() {
        return new PollySettings(engine, false, perSecond, mostAtOnce, timing, attempts, lexicons);
    }

    public PollySettings withQuota(int ofPerSecond, int ofMostAtOnce) {
        return new PollySettings(engine, streaming, ofPerSecond, ofMostAtOnce, timing, attempts, lexicons);
    }

    public PollySettings withTiming(Timing value) {
        return new PollySettings(engine, streaming, perSecond, mostAtOnce, value, attempts, lexicons);
    }

    public PollySettings withLexicons(List<String> value) {
        return new PollySettings(engine, streaming, perSecond, mostAtOnce, timing, attempts, value);
    }
}
