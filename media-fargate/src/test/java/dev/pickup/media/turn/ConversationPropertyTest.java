package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever happens, and whenever: the line never goes dead, and the call ends.
class ConversationPropertyTest {
    private static final Set<Timer> LIMITS = EnumSet.of(Timer.WARNING, Timer.LONGEST_CALL, Timer.LAST_RESORT);

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void anyCallEndsAndNobodyWaitsWithoutATimer(@ForAll long seed) {
        Random random = new Random(seed);
        ScriptedCall call = new ScriptedCall().opens();
        fillWithChaos(call, random);
        for (long ms = 0; ms < 700_000 && !call.over(); ms += 250) {
            call.runs(ms);
            if (!call.over()) {
                assertThat(call.pendingTimers().keySet())
                        .as("timers at %d ms, seed %d", call.nowMs(), seed)
                        .anyMatch(timer -> !LIMITS.contains(timer));
            }
        }

        assertThat(call.over()).as("over, seed %d", seed).isTrue();
        assertThat(call.commands(Command.Finish.class)).hasSize(1);
        assertThat(call.pendingTimers()).isEmpty();
        assertThat(call.steps).as("bounded").hasSizeLessThan(20_000);
        assertTurnsAreWhole(call, seed);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anyFactAtAnyTimeIsSurvived(@ForAll long seed) {
        Random random = new Random(seed);
        Conversation conversation = new Conversation(ScriptedCall.SETTINGS, List.of());
        long nowUs = 0;
        for (int i = 0; i < 500; i++) {
            nowUs += random.nextInt(2_000_000);
            conversation.step(anyFact(random, nowUs), nowUs);
            for (Map.Entry<Timer, Long> timer : conversation.timers().entrySet()) {
                if (timer.getValue() * 1_000 <= nowUs) {
                    conversation.step(new Fact.TimerFired(timer.getKey()), nowUs);
                }
            }
        }
        conversation.step(new Fact.SocketClosed(true), nowUs);
        assertThat(conversation.over()).isTrue();
    }

    private static void fillWithChaos(ScriptedCall call, Random random) {
        for (int i = 0; i < 5; i++) {
            call.modelSays(
                    switch (random.nextInt(8)) {
                        case 0 -> new String[] {"stall"};
                        case 1 -> new String[] {"fail"};
                        case 2 -> new String[] {"Let me see. ", "tool:book_appointment", "tool:take_message"};
                        case 3 -> new String[] {"tool:check_availability"};
                        case 4 -> new String[] {"Goodbye.", "tool:end_call"};
                        case 5 -> new String[] {};
                        default ->
                            new String[] {
                                "We are open ", "from nine to five, ", "every day but Sunday. ", "Is that good?"
                            };
                    });
        }
        call.voiceFails(random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0);
        call.toolAnswers(random.nextBoolean() ? "ok" : "failed", random.nextInt(15_000));
        call.recognizerTakes(random.nextInt(10) == 0 ? random.nextInt(10_000) : random.nextInt(700));
        if (random.nextInt(5) == 0) {
            call.marksAreLost();
        }
        if (random.nextInt(10) == 0) {
            call.recognizerDiesAt(random.nextInt(60_000));
        }
        long at = 0;
        String[] lines = {"", "mm-hm", "yes", "what are your hours", "my number is", "stop", "and then um"};
        for (int i = 0; i < random.nextInt(12); i++) {
            at += random.nextInt(9_000);
            long length = 150L + random.nextInt(2_500);
            call.says(at, lines[random.nextInt(lines.length)], length);
            at += length + 300;
            if (random.nextInt(6) == 0) {
                call.happens(at, new Fact.Digit((char) ('0' + random.nextInt(10))));
            }
        }
    }

    private static Fact anyFact(Random random, long nowUs) {
        long nowMs = nowUs / 1_000;
        int number = random.nextInt(6);
        return switch (random.nextInt(20)) {
            case 0 -> new Fact.Opened(random.nextBoolean());
            case 1 -> new Fact.SpeechStarted(nowMs - 100);
            case 2 -> new Fact.SpeechPaused(nowMs - 100);
            case 3, 4 ->
                new Fact.Transcribed("one two", nowMs - 900, nowMs - random.nextInt(900), random.nextBoolean());
            case 5 -> new Fact.RecognizerFailed("engine-failed");
            case 6 -> new Fact.Digit('#');
            case 7 -> new Fact.ModelAsked(number, nowUs);
            case 8 -> new Fact.Token(number, "Well, that is so. ", nowUs);
            case 9 -> new Fact.ToolRequested(number, "t", random.nextBoolean() ? "end_call" : "x", Map.of());
            case 10 -> new Fact.ModelCompleted(number, nowUs, 1, 1, 0);
            case 11 -> new Fact.ModelFailed(number, random.nextBoolean());
            case 12 -> new Fact.ToolAnswered("tool-" + number, "ok", Map.of());
            case 13 -> new Fact.VoiceBegan(number, random.nextInt(3), nowUs, nowUs);
            case 14 -> new Fact.ClauseMade(number, random.nextInt(3), random.nextInt(2_000), List.of(10L, 20L));
            case 15 -> new Fact.VoiceFailed(number, "engine-failed");
            case 16 -> new Fact.FrameSent(number, nowUs);
            case 17 -> new Fact.ClauseSent(number, random.nextInt(3), nowMs + 100);
            case 18 -> new Fact.ClausePlayed(number, random.nextInt(3));
            default -> new Fact.OutputHeld(number, random.nextInt(4) - 1, random.nextInt(2_000));
        };
    }

    /// Heard and unheard words together are what was to be said.
    private static void assertTurnsAreWhole(ScriptedCall call, long seed) {
        call.turns.forEach((number, turn) ->
                assertThat(turn.startMs()).as("turn %d, seed %d", number, seed).isLessThanOrEqualTo(turn.endMs()));
    }
}
