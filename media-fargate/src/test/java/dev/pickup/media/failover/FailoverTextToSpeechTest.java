package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.speaking.TextToSpeech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverTextToSpeechTest {
    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final Spoken spoken = new Spoken();
    private final FailoverTextToSpeech engine = new FailoverTextToSpeech(List.of(first, second), () -> 0);

    @Test
    void howLongTheCallerHasHeardNothingIsToldToWhoeverSpeaks() {
        TextToSpeech.Utterance utterance = open();
        utterance.awaited(Duration.ofMillis(900));
        first.listener.failed("engine-failed", "It broke.");
        utterance.awaited(Duration.ofMillis(1_800));

        assertThat(first.told).containsExactly("awaited 900");
        assertThat(second.told).containsExactly("awaited 1800");
    }

    @Test
    void clausesThatAreNotSpokenYetGoToTheNextOne() {
        TextToSpeech.Utterance utterance = open();
        utterance.clause(0, "Hello.");
        utterance.clause(1, "This is the clinic.");
        utterance.end();
        first.listener.audio(0, new short[160]);
        first.listener.clauseDone(0, List.of());
        first.listener.failed("throttled", "");
        assertThat(second.told).containsExactly("1 This is the clinic.", "end");
        second.listener.audio(1, new short[160]);
        second.listener.clauseDone(1, List.of());
        second.listener.done(19);
        assertThat(spoken.events)
                .containsExactly("by first", "audio 0", "done 0", "by second", "audio 1", "done 1", "all 19");
    }

    @Test
    void aClauseOfWhichSomethingWasHeardIsTheConversationsToRepeat() {
        TextToSpeech.Utterance utterance = open();
        utterance.clause(0, "Hello.");
        first.listener.audio(0, new short[160]);
        first.listener.failed("stream-lost", "");
        assertThat(spoken.events).containsExactly("by first", "audio 0", "failed stream-lost");
        assertThat(second.told).isEmpty();
        open();
        assertThat(spoken.events).last().isEqualTo("by second");
    }

    @Test
    void whatIsMadeAheadIsMadeAheadByWhoeverStandsInUntilItIsWanted() {
        TextToSpeech.Utterance utterance = engine.openAhead(new TextToSpeech.Settings("", "en-US"), spoken);
        first.listener.failed("throttled", "");
        utterance.wanted();

        assertThat(first.told).containsExactly("ahead");
        assertThat(second.told).containsExactly("ahead", "wanted");
    }

    @Test
    void whatIsWantedByNowIsNotMadeAheadByWhoeverStandsIn() {
        TextToSpeech.Utterance utterance = engine.openAhead(new TextToSpeech.Settings("", "en-US"), spoken);
        utterance.wanted();
        utterance.clause(0, "Hello.");
        first.listener.failed("throttled", "");

        assertThat(second.told).containsExactly("0 Hello.");
    }

    @Test
    void whatIsSaidOftenIsKeptByTheOneThatIsWanted() {
        new FailoverTextToSpeech(List.of(first, second), System::nanoTime)
                .saidOften(new TextToSpeech.Settings("", "en-US"), List.of("Hello."));
        assertThat(first.told).containsExactly("often Hello.");
        assertThat(second.told).isEmpty();
    }

    @Test
    void whoeverStandsInKeepsItToo() {
        for (int i = 0; i < 5; i++) {
            open().clause(0, "Good morning.");
            first.listener.failed("throttled", "");
        }
        first.told.clear();
        second.told.clear();

        engine.saidOften(new TextToSpeech.Settings("", "en-US"), List.of("Hello."));

        assertThat(first.told).containsExactly("often Hello.");
        assertThat(second.told).containsExactly("often Hello.");
    }

    @Test
    void whenNobodyIsLeftTheFaultIsTold() {
        open();
        first.listener.failed("a", "");
        second.listener.failed("b", "");
        assertThat(spoken.events).containsExactly("by first", "by second", "failed b");
    }

    @Test
    void nothingComesAfterItWasCancelled() {
        TextToSpeech.Utterance utterance = open();
        utterance.clause(0, "Hello.");
        utterance.cancel();
        first.listener.audio(0, new short[160]);
        first.listener.failed("a", "");
        assertThat(spoken.events).containsExactly("by first");
        assertThat(first.told).last().isEqualTo("cancel");
        assertThat(second.told).isEmpty();
    }

    private TextToSpeech.Utterance open() {
        return engine.open(new TextToSpeech.Settings("", "en-US"), spoken);
    }

    private static final class Spoken implements TextToSpeech.Listener {
        final List<String> events = new ArrayList<>();

        @Override
        public void servedBy(String provider) {
            events.add("by " + provider);
        }

        @Override
        public void audio(int clause, short[] samples) {
            events.add("audio " + clause);
        }

        @Override
        public void clauseDone(int clause, List<TextToSpeech.WordTiming> words) {
            events.add("done " + clause);
        }

        @Override
        public void done(long characters) {
            events.add("all " + characters);
        }

        @Override
        public void failed(String code, String sentence) {
            events.add("failed " + code);
        }
    }

    private static final class Scripted implements TextToSpeech {
        final String name;
        final List<String> told = new ArrayList<>();
        Listener listener;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public Utterance openAhead(Settings settings, Listener listening) {
            told.add("ahead");
            return open(settings, listening);
        }

        @Override
        public Utterance open(Settings settings, Listener listening) {
            listener = listening;
            return new Utterance() {
                @Override
                public void wanted() {
                    told.add("wanted");
                }

                @Override
                public void clause(int clause, String text) {
                    told.add(clause + " " + text);
                }

                @Override
                public void awaited(Duration silence) {
                    told.add("awaited " + silence.toMillis());
                }

                @Override
                public void end() {
                    told.add("end");
                }

                @Override
                public void cancel() {
                    told.add("cancel");
                }
            };
        }

        @Override
        public void saidOften(Settings settings, List<String> clauses) {
            clauses.forEach(clause -> told.add("often " + clause));
        }

        @Override
        public String name() {
            return name;
        }
    }
}
