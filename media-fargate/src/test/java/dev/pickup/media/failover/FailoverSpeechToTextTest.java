package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailoverSpeechToTextTest {
    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final Heard heard = new Heard();
    private final FailoverSpeechToText engine = new FailoverSpeechToText(List.of(first, second), () -> 0);

    @Test
    void theNextOneHearsTheTurnAgainAndItsTimesAreInPlace() {
        SpeechToText.Stream stream = open();
        hear(stream, 300);
        stream.turnEnded(6_000);
        hear(stream, 100);
        first.listener.failed(new SpeechToText.SpeechFault("stream-lost", ""));
        assertThat(second.frames).as("a second before the turn, and the turn").isEqualTo(150);
        hear(stream, 10);
        assertThat(second.frames).isEqualTo(160);
        stream.turnEnded(8_200);
        assertThat(second.turnEndedAt).isEqualTo(8_200 - 5_000);
        Optional<String> spanish = Optional.of("es-US");
        second.listener.transcript(new SpeechToText.Transcript.Interim("el", 1_200, 1_400, spanish));
        second.listener.transcript(new SpeechToText.Transcript.Final("el martes", 1_200, 2_000, spanish));
        assertThat(heard.transcripts)
                .containsExactly(
                        new SpeechToText.Transcript.Interim("el", 6_200, 6_400, spanish),
                        new SpeechToText.Transcript.Final("el martes", 6_200, 7_000, spanish));
        assertThat(heard.servedBy).containsExactly("first", "second");
        assertThat(heard.faults).isEmpty();
        assertThat(stream.billableSecondsBy("first")).isEqualTo(Map.of("first", 400 * 0.02, "second", 160 * 0.02));
        assertThat(stream.billableSeconds()).isEqualTo(400 * 0.02 + 160 * 0.02);
    }

    @Test
    void aNewStreamBeginsWithTheOneThatWorks() {
        SpeechToText.Stream stream = open();
        first.listener.failed(new SpeechToText.SpeechFault("stream-lost", ""));
        stream.close();
        open();
        assertThat(heard.servedBy).containsExactly("first", "second", "second");
    }

    @Test
    void whenNobodyIsLeftTheFaultIsTold() {
        SpeechToText.Stream _ = open();
        first.listener.failed(new SpeechToText.SpeechFault("stream-lost", ""));
        second.listener.failed(new SpeechToText.SpeechFault("engine-failed", ""));
        assertThat(heard.faults).containsExactly("engine-failed");
    }

    @Test
    void oneThatBreaksWhileItIsOpenedIsPassedOver() {
        first.breaksAtOnce = true;
        SpeechToText.Stream stream = open();
        hear(stream, 5);
        assertThat(second.frames).isEqualTo(5);
        assertThat(heard.faults).isEmpty();
    }

    @Test
    void nothingComesOfOneThatWasGivenUpOrAfterTheEnd() {
        SpeechToText.Stream stream = open();
        SpeechToText.Listener late = first.listener;
        late.failed(new SpeechToText.SpeechFault("stream-lost", ""));
        late.transcript(new SpeechToText.Transcript.Interim("late", 0, 1));
        stream.close();
        second.listener.transcript(new SpeechToText.Transcript.Interim("later", 0, 1));
        assertThat(heard.transcripts).isEmpty();
        assertThat(second.closed).isTrue();
    }

    private SpeechToText.Stream open() {
        return engine.open(new SpeechToText.Settings("en-US", List.of()), heard);
    }

    private static void hear(SpeechToText.Stream stream, int frames) {
        for (int i = 0; i < frames; i++) {
            stream.audio(AudioFrame.SILENCE);
        }
    }

    private static final class Heard implements SpeechToText.Listener {
        final List<SpeechToText.Transcript> transcripts = new ArrayList<>();
        final List<String> faults = new ArrayList<>();
        final List<String> servedBy = new ArrayList<>();

        @Override
        public void servedBy(String provider) {
            servedBy.add(provider);
        }

        @Override
        public void transcript(SpeechToText.Transcript transcript) {
            transcripts.add(transcript);
        }

        @Override
        public void failed(SpeechToText.SpeechFault fault) {
            faults.add(fault.code());
        }
    }

    private static final class Scripted implements SpeechToText {
        final String name;
        int frames;
        long turnEndedAt;
        boolean closed;
        boolean breaksAtOnce;
        Listener listener;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public Stream open(Settings settings, Listener told) {
            listener = told;
            if (breaksAtOnce) {
                told.failed(new SpeechFault("engine-failed", ""));
            }
            return new Stream() {
                @Override
                public void audio(AudioFrame frame) {
                    frames++;
                }

                @Override
                public void speechStarted(long atMs) {}

                @Override
                public void speechPaused(long atMs) {}

                @Override
                public void turnEnded(long atMs) {
                    turnEndedAt = atMs;
                }

                @Override
                public double billableSeconds() {
                    return frames * 0.02;
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }

        @Override
        public String name() {
            return name;
        }
    }
}
