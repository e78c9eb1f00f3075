package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.caller.Pcm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The calls that were placed at an exchange. Owned by its loop, except [#place] and [#find].
public final class PlacedCalls {
    /// Calls that are over and can still be asked about; each holds its recording.
    private static final int MOST_FINISHED = 30;

    private final ExchangeLoop loop;
    private final Optional<CallerVoice> voice;
    private final Map<String, PlacedCall> calls = new LinkedHashMap<>();

    public PlacedCalls(ExchangeLoop loop, Optional<CallerVoice> voice) {
        this.loop = loop;
        this.voice = voice;
    }

    /// Someone takes up the receiver, thinks of what to say, and dials. Any thread; returns at once.
    ///
    /// @param dial finds the way, given the lines as they are spoken; on the loop
    /// @throws IllegalStateException the script says something and there is no voice
    public void place(PlacedCall call, CallerScript script, Consumer<Map<Say, Pcm>> dial) {
        if (Person.speaks(script) && voice.isEmpty()) {
            throw new IllegalStateException("The exchange has no caller voice; use WAV instead of text.");
        }
        loop.run(() -> remember(call));
        Thread.ofVirtual().name("outside-caller").start(() -> rehearseAndDial(call, script, dial));
    }

    /// Any thread.
    public Optional<SimulatedCall> find(String id) {
        return loop.ask(() -> Optional.ofNullable(calls.get(id)));
    }

    /// All of them, those that are over too.
    public Collection<PlacedCall> all() {
        return calls.values();
    }

    private void rehearseAndDial(PlacedCall call, CallerScript script, Consumer<Map<Say, Pcm>> dial) {
        try {
            Map<Say, Pcm> lines = Person.rehearse(script, voice);
            loop.run(() -> {
                if (!call.isOver()) {
                    dial.accept(lines);
                }
            });
        } catch (RuntimeException e) {
            loop.run(() -> {
                call.note("The caller's voice failed: " + e.getMessage());
                call.giveUp();
            });
        }
    }

    private void remember(PlacedCall call) {
        calls.put(call.id(), call);
        long finished = calls.values().stream().filter(PlacedCall::isOver).count();
        calls.values().stream()
                .filter(PlacedCall::isOver)
                .limit(Math.max(0, finished - MOST_FINISHED))
                .map(PlacedCall::id)
                .toList()
                .forEach(calls::remove);
    }
}
