package dev.pickup.benchmarks.engine;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which engines the server under test has.
///
/// @param latency name or file: how long they take
/// @param without what is switched off, to see what it buys
public record EngineSetup(Kind kind, String latency, Set<Feature> without) {
    public EngineSetup {
        without = Set.copyOf(without);
        if (!without.stream().allMatch(kind::has)) {
            throw new IllegalArgumentException(
                    "Simulated engines have no streamed-voice, tls or raised-quotas: choose --engines aws.");
        }
    }

    public enum Kind {
        /// Take their time, and nothing else.
        SIMULATED,
        /// The real adapters of Transcribe, Bedrock and Polly, with services that are simulated in another process.
        AWS;

        public static Kind of(String name) {
            return named(Kind.values(), name, "engines");
        }

        /// Whether there is such a thing to be switched off.
        public boolean has(Feature feature) {
            return this == AWS || feature == Feature.SPECULATION || feature == Feature.HEDGING;
        }

        /// The latencies that are usual for them.
        public String usualLatency() {
            return this == AWS ? EngineLatency.AWS : EngineLatency.PUBLISHED;
        }
    }

    /// What can be switched off, to see what it buys or costs.
    public enum Feature {
        /// Replies that are begun before the caller's turn is certainly over.
        SPECULATION,
        /// A second request when a first word is late.
        HEDGING,
        /// Polly's bidirectional streams; without them one request for each clause.
        STREAMED_VOICE,
        /// As services are reached in the cloud; without it they are spoken to in plain text.
        TLS,
        /// More than a new account may ask of Transcribe and Polly; without it, no more.
        RAISED_QUOTAS;

        /// Whether it is there to make replies quicker.
        public boolean quickens() {
            return this != TLS && this != RAISED_QUOTAS;
        }

        public static Set<Feature> of(String names) {
            return Arrays.stream(names.split(",", -1))
                    .filter(name -> !name.isBlank())
                    .map(name -> named(Feature.values(), name, "feature"))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
        }
    }

    public boolean has(Feature feature) {
        return !without.contains(feature);
    }

    /// What is switched off, as `--without` takes it; empty for nothing.
    public String withoutNames() {
        return without.stream().sorted().map(EngineSetup::name).collect(Collectors.joining(","));
    }

    /// As it is written on a command line.
    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E named(E[] values, String name, String what) {
        return Arrays.stream(values)
                .filter(value -> name(value).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + what + " " + name + ", only "
                        + Arrays.stream(values).map(EngineSetup::name).collect(Collectors.joining(", ")) + "."));
    }
}
