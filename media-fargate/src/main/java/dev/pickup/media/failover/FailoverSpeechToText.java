package dev.pickup.media.failover;

import dev.pickup.media.listening.SpeechToText;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;

/// A recognizer made of several: the first that works listens.
///
/// One that breaks is replaced within the stream: the next one is given again what was said since the last turn ended
/// (15 s at most), faster than real time, and its times are put back in place; its interims replace what the broken one
/// had sent. Only when nobody is left does the fault go on. Seconds are those of all providers together.
public final class FailoverSpeechToText implements SpeechToText {
    private final Providers<SpeechToText> providers;

    /// @param order    wanted first, then those that stand in
    /// @param nanoTime `System::nanoTime`, or a test's
    public FailoverSpeechToText(List<SpeechToText> order, LongSupplier nanoTime) {
        this.providers = new Providers<>(order, SpeechToText::name, nanoTime);
    }

    @Override
    public Stream open(Settings settings, Listener listener) {
        ListeningRelay relay = new ListeningRelay(settings, listener, new ArrayDeque<>(providers.now()));
        relay.next();
        return relay;
    }

    @Override
    public String name() {
        return providers.first().name();
    }
}
