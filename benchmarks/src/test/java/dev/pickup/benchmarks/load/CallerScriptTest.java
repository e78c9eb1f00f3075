package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// A caller against an agent whose times are known: what is measured must be those.
class CallerScriptTest {
    private static final long MS = 1_000_000;
    private static final int FRAME_MS = 20;

    /// Speech begins 10 ms into the first frame and ends 10 ms before the end of the last one.
    private static final SpokenLine LINE = SpokenLine.of("one two", tone(160, 6_400, 160));

    private final CallerLines lines = new CallerLines(List.of(LINE), List.of(LINE), List.of("silence"));
    private final Ear ear = new Ear();
    private final Tally tally = new Tally();
    private final CallerScript script = new CallerScript(lines, ear, tally, 1, 0);
    private long nowMs;
    private String sent = "";

    @Test
    void theResponseDelayIsFromTheLastSpeechSampleToTheFirstAudibleOne() {
        tally.begin();
        agentSpeaks(100);
        run(() -> sent.equals(LINE.payloads().getLast()));

        nowMs += 333;
        agentSpeaks(100);
        run(() -> !tally.responsesMs().isEmpty());

        assertThat(tally.responsesMs().getFirst()).isCloseTo(343, within(0.2));
        assertThat(tally.cutOffs()).isZero();
        assertThat(script.failed()).isFalse();
    }

    @Test
    void anAgentThatSpeaksBeforeTheCallerHasFinishedCutsThemOff() {
        tally.begin();
        agentSpeaks(100);
        run(() -> sent.equals(LINE.payloads().get(3)));

        agentSpeaks(400);
        run(() -> tally.cutOffs() > 0);

        assertThat(tally.responsesMs()).isEmpty();
    }

    @Test
    void anInterruptionEndsWithTheClear() {
        talkUntilAnInterruption();

        nowMs += 150;
        ear.clear(nowMs * MS);
        run(() -> sent.equals(LINE.payloads().getLast()));

        assertThat(tally.bargeInsMs()).hasSize(1);
        assertThat(tally.bargeInsMs().getFirst()).isCloseTo(160, within(0.2));
        assertThat(tally.missed()).isZero();
    }

    @Test
    void anInterruptionThatIsNotNoticedIsMissed() {
        talkUntilAnInterruption();
        run(() -> sent.equals(LINE.payloads().getLast()));

        assertThat(tally.missed()).isEqualTo(1);
        assertThat(tally.bargeInsMs()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredWithin10SecondsFailsTheCall() {
        run(script::failed);

        assertThat(nowMs).isBetween(10_000L, 10_100L);
    }

    @Test
    void nothingCountsBeforeTheMeasurementBegins() {
        agentSpeaks(100);
        run(() -> sent.equals(LINE.payloads().getLast()));
        agentSpeaks(100);
        run(() -> sent.equals(LINE.payloads().getFirst()));

        assertThat(tally.responsesMs()).isEmpty();
    }

    /// Every third answer is interrupted; its first frame has left when this returns.
    private void talkUntilAnInterruption() {
        tally.begin();
        agentSpeaks(100);
        for (int turn = 1; turn < 3; turn++) {
            run(() -> sent.equals(LINE.payloads().getLast()));
            agentSpeaks(100);
        }
        run(() -> sent.equals(LINE.payloads().getLast()));
        agentSpeaks(60_000);
        run(() -> sent.equals(LINE.payloads().getFirst()));
    }

    private void agentSpeaks(int ms) {
        for (int at = 0; at < ms; at += FRAME_MS) {
            ear.frame(0, nowMs * MS);
        }
    }

    /// Lets the caller's time pass until `fact`.
    private void run(BooleanSupplier fact) {
        long limit = nowMs + 60_000;
        do {
            assertThat(nowMs).as("it never happened").isLessThan(limit);
            nowMs += FRAME_MS;
            sent = script.next(nowMs * MS, 0);
        } while (!fact.getAsBoolean());
    }

    private static short[] tone(int silence, int speech, int after) {
        short[] samples = new short[silence + speech + after];
        for (int i = silence; i < silence + speech; i++) {
            samples[i] = (short) (i % 2 == 0 ? 5_000 : -5_000);
        }
        return samples;
    }
}
