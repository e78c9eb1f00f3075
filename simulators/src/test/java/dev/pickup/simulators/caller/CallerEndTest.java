package dev.pickup.simulators.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallerScript.AfterLastStep;
import dev.pickup.simulators.caller.CallerStep.Digits;
import dev.pickup.simulators.caller.CallerStep.HangUp;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Play;
import dev.pickup.simulators.caller.CallerStep.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Turn taking in virtual time: the agent is a list of sounds at given milliseconds.
class CallerEndTest {
    private static final int FRAME = Pcm.FRAME_SAMPLES;
    private static final Pcm QUESTION = Tones.tone(400, 700);

    private final short[] agent = new short[120 * Pcm.SAMPLE_RATE_HZ];

    @Test
    void theCallerSpeaksWhenTheAgentHasBeenSilentForTheSetTime() {
        agentSpeaks(100, 1000);
        Run run = run(CallerScript.of(new Play(QUESTION)), 4000);
        var said = run.result().caller().getFirst();
        // The agent falls silent at 1100; 700 ms of silence; at most two frames until the caller's mouth opens.
        assertThat(said.startMs()).isBetween(1800.0, 1840.0);
        assertThat(said.lengthMs()).isCloseTo(400, within(0.1));
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void aPauseInTheAgentsSpeechIsNotTheCallersTurn() {
        agentSpeaks(100, 500);
        agentSpeaks(1200, 500);
        Run run = run(CallerScript.of(new Play(QUESTION)), 4000);
        assertThat(run.result().caller().getFirst().startMs()).isBetween(2400.0, 2440.0);
    }

    @Test
    void theNextLineWaitsForTheAnswerToTheLastOne() {
        agentSpeaks(0, 300);
        agentSpeaks(2500, 1000);
        Run run = run(CallerScript.of(new Play(QUESTION), new Play(QUESTION)), 8000);
        assertThat(run.result().caller()).hasSize(2);
        assertThat(run.result().caller().get(1).startMs()).isBetween(4200.0, 4240.0);
    }

    @Test
    void theDelayOfTheAnswerIsExactToTheSample() {
        agentSpeaks(0, 300);
        Run first = run(CallerScript.of(new Play(QUESTION)), 3000);
        double end = first.result().caller().getFirst().endMs();
        int answer = (int) Math.round(end) + 437;
        agentSpeaks(answer, 500);
        Run run = run(CallerScript.of(new Play(QUESTION)), 5000);
        assertThat(run.result().responses()).hasSize(1);
        assertThat(run.result().responses().getFirst().delayMs()).isCloseTo(answer - end, within(0.07));
    }

    @Test
    void withoutTheAgentTheCallerGoesOnAndNotesIt() {
        CallerScript script = CallerScript.of(new Play(QUESTION)).withPatience(Duration.ofSeconds(2));
        Run run = run(script, 8000);
        assertThat(run.result().caller().getFirst().startMs()).isBetween(2000.0, 2040.0);
        assertThat(run.notes()).first().asString().contains("not heard for 2000 ms");
    }

    @Test
    void anInterruptionComesThatLongAfterTheAgentBegan() {
        agentSpeaks(500, 5000);
        CallerScript script = CallerScript.of(new InterruptAfter(Duration.ofMillis(1500), new Play(QUESTION)));
        Run run = run(script, 8000);
        assertThat(run.result().caller().getFirst().startMs()).isBetween(2000.0, 2040.0);
        assertThat(run.result().interruptions()).hasSize(1);
    }

    @Test
    void anInterruptionIsMeasuredFromItsFirstSampleToClearAndToSilence() {
        agentSpeaks(500, 1700);
        CallerScript script = CallerScript.of(new InterruptAfter(Duration.ofMillis(1500), new Play(QUESTION)));
        CallerEnd caller = new CallerEnd(script, Map.of());
        Run run = new Run(caller, new ArrayList<>());
        advance(run, 0, 2140);
        caller.cleared(2140);
        advance(run, 2140, 4000);
        var interruption = run.result().interruptions().getFirst();
        assertThat(interruption.callerStartMs()).isBetween(2000.0, 2040.0);
        assertThat(interruption.clearMs()).contains(2140.0);
        assertThat(interruption.silenceMs().orElseThrow()).isCloseTo(2200, within(0.1));
    }

    @Test
    void anInterruptionCanWaitForTheAnswerToTheLineBeforeIt() {
        agentSpeaks(0, 300);
        agentSpeaks(2000, 3000);
        CallerScript script =
                CallerScript.of(new Play(QUESTION), new InterruptAfter(Duration.ofMillis(800), new Play(QUESTION)));
        Run run = run(script, 6000);
        assertThat(run.result().caller().get(1).startMs()).isBetween(2800.0, 2840.0);
    }

    @Test
    void theTailOfAnInterruptedSentenceIsNoAnswer() {
        // The agent is interrupted at 1500 and falls silent at 2600, 700 ms after the caller did; its answer begins at
        // 4000.
        agentSpeaks(0, 2600);
        agentSpeaks(4000, 500);
        CallerScript script =
                CallerScript.of(new InterruptAfter(Duration.ofMillis(1500), new Play(QUESTION)), new Play(QUESTION));
        Run run = run(script, 8000);
        assertThat(run.result().caller().get(1).startMs()).isBetween(5200.0, 5240.0);
    }

    @Test
    void digitsArePressedOneByOneWhenItIsTheCallersTurn() {
        agentSpeaks(0, 500);
        Run run = run(CallerScript.of(new Digits("12#")), 4000);
        assertThat(run.acts().stream().map(Object::toString))
                .startsWith("Press[digit=1]", "Press[digit=2]", "Press[digit=#]");
        var pressed = run.result().pressed();
        assertThat(pressed.get(0).atMs()).isBetween(1200.0, 1240.0);
        assertThat(pressed.get(1).atMs() - pressed.get(0).atMs()).isBetween(250.0, 270.0);
    }

    @Test
    void aWaitIsSilentAndAsLongAsItSays() {
        agentSpeaks(0, 300);
        Run run = run(CallerScript.of(new Wait(Duration.ofSeconds(3)), new HangUp()), 5000);
        assertThat(run.hungUpAtMs()).isBetween(3000, 3040);
    }

    @Test
    void afterTheLastLineTheCallerLetsTheAgentFinish() {
        agentSpeaks(0, 300);
        agentSpeaks(2000, 1500);
        Run run = run(CallerScript.of(new Play(QUESTION)), 8000);
        assertThat(run.hungUpAtMs()).isBetween(4200, 4240);
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void aCallerWhoWaitsForTheAgentStaysUntilTheLineHasBeenDeadForAMinute() {
        agentSpeaks(0, 300);
        Run run = run(CallerScript.of().withAfterLastStep(AfterLastStep.WAIT_FOR_AGENT), 65_000);
        assertThat(run.hungUpAtMs()).isBetween(60_300, 60_360);
        assertThat(run.notes()).singleElement().asString().contains("did not hang up");
    }

    @Test
    void noiseBelowSpeechIsNoSpeech() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < agent.length; i++) {
            agent[i] = (short) (random.nextGaussian() * 50);
        }
        Run run = run(CallerScript.of(), 2000);
        assertThat(run.result().agent()).isEmpty();
    }

    private void agentSpeaks(int atMs, int lengthMs) {
        Pcm tone = Tones.tone(lengthMs, 440);
        tone.copyTo(0, agent, atMs * Pcm.SAMPLES_PER_MS, tone.length());
    }

    private record Run(CallerEnd caller, List<CallerAct> acts) {
        Measurements.Result result() {
            return caller.measurements();
        }

        List<String> notes() {
            return caller.notes();
        }

        int hungUpAtMs() {
            assertThat(acts).last().isInstanceOf(CallerAct.HangUp.class);
            return (int) caller.nowMs();
        }
    }

    private Run run(CallerScript script, int ms) {
        Run run = new Run(new CallerEnd(script, Map.of()), new ArrayList<>());
        advance(run, 0, ms);
        return run;
    }

    /// Lets the frames between two points in time pass, or those until the caller hangs up.
    private void advance(Run run, int fromMs, int toMs) {
        short[] heard = new short[FRAME];
        short[] said = new short[FRAME];
        for (int at = fromMs / 20; at < toMs / 20; at++) {
            System.arraycopy(agent, (at + 1) * FRAME, heard, 0, FRAME);
            run.acts().addAll(run.caller().frame(heard, said));
            if (!run.acts().isEmpty() && run.acts().getLast() instanceof CallerAct.HangUp) {
                return;
            }
        }
    }
}
