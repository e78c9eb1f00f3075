package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallerAct;
import dev.pickup.simulators.caller.CallerEnd;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.caller.Measurements;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.SoundTape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody on the phone, with a tape running on both sides of the line. Owned by the exchange's loop.
public final class Person {
    private final CallerEnd end;
    private final SoundTape said = new SoundTape();
    private final SoundTape heard = new SoundTape();
    private final StringBuilder digitsHeard = new StringBuilder();

    public Person(CallerScript script, Map<Say, Pcm> lines) {
        end = new CallerEnd(script, lines);
        heard.add(new short[Pcm.FRAME_SAMPLES]);
    }

    /// Speaks all lines of a script beforehand. Blocks; not for the loop.
    public static Map<Say, Pcm> rehearse(CallerScript script, Optional<CallerVoice> voice) {
        Map<Say, Pcm> lines = new HashMap<>();
        for (CallerStep step : script.steps()) {
            CallerStep done = step instanceof InterruptAfter interruption ? interruption.what() : step;
            if (done instanceof Say say) {
                CallerVoice speaker = voice.orElseThrow(
                        () -> new IllegalStateException("The exchange has no caller voice; use WAV instead of text."));
                lines.computeIfAbsent(say, s -> speaker.speak(s.text()));
            }
        }
        return lines;
    }

    public static boolean speaks(CallerScript script) {
        return script.steps().stream()
                .map(step -> step instanceof InterruptAfter interruption ? interruption.what() : step)
                .anyMatch(Say.class::isInstance);
    }

    public List<CallerAct> frame(short[] hears, short[] says) {
        List<CallerAct> acts = end.frame(hears, says);
        said.add(says);
        heard.add(hears);
        return acts;
    }

    public void cleared(double atMs) {
        end.cleared(atMs);
    }

    public void hear(char digit) {
        digitsHeard.append(digit);
    }

    public String digitsHeard() {
        return digitsHeard.toString();
    }

    public List<String> notes() {
        return end.notes();
    }

    public Measurements.Result measurements() {
        return end.measurements();
    }

    public CallRecording recording() {
        return new CallRecording(said.sound(), heard.sound());
    }
}
