package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.VoiceHeard;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engines hear each other: what a caller's voice says, the recognizer writes down.
@Isolated("it hears at the pace of speech, which takes a core")
class OfflineSpeechIT {
    private static final long LIMIT_SECONDS = 60;
    private static final int SAMPLES_PER_MS = 16;
    private static final TextToSpeech.Settings AGENT = new TextToSpeech.Settings("", "en-US");

    private final OfflineSpeech speech = InstalledModels.speech();

    @ParameterizedTest
    @ValueSource(strings = {"What are your opening hours?", "Can I come on Tuesday at three?"})
    void writesDownWhatTheCallerSays(String words) throws InterruptedException {
        try (Leg leg = new Leg()) {
            leg.hear(speech.callerVoice().speak(words));
            leg.turnEnds();

            assertThat(letters(leg.finalText())).isEqualTo(letters(words));
        }
    }

    @Test
    void thePauseBringsTheWordsBeforeTheTurnEnds() throws InterruptedException {
        try (Leg leg = new Leg()) {
            leg.hear(speech.callerVoice().speak("Do you have parking at the clinic?"));

            Transcript.Interim interim = leg.interimWith("parking");
            leg.turnEnds();

            assertThat(leg.finalText()).isEqualTo(interim.text());
        }
    }

    @Test
    void aTurnWithPausesIsOneFinal() throws InterruptedException {
        try (Leg leg = new Leg()) {
            leg.hear(speech.callerVoice().speak("I would like to book an appointment"));
            leg.hear(speech.callerVoice().speak("for tomorrow morning."));
            leg.turnEnds();

            assertThat(letters(leg.finalText())).contains("appointment").contains("tomorrow morning");
        }
    }

    @Test
    void aLongTurnLosesNoPart() throws InterruptedException {
        try (Leg leg = new Leg()) {
            short[] once = speech.callerVoice().speak("We are open Monday to Friday, and my name is Maria Jensen.");
            short[] fourTimes = new short[4 * once.length];
            for (int i = 0; i < 4; i++) {
                System.arraycopy(once, 0, fourTimes, i * once.length, once.length);
            }
            leg.hear(fourTimes);
            leg.turnEnds();

            String text = letters(leg.finalText());
            assertThat(text.split("friday", -1)).as(text).hasSize(5);
        }
    }

    @Test
    void aTurnWithoutSpeechIsAnEmptyFinal() throws InterruptedException {
        try (Leg leg = new Leg()) {
            leg.silence(500);
            leg.turnEnds();

            assertThat(leg.finalText()).isEmpty();
        }
    }

    @Test
    void nothingIsDeliveredAfterClose() throws InterruptedException {
        Leg leg = new Leg();
        leg.hear(speech.callerVoice().speak("Is anybody there?"));
        leg.close();
        int known = leg.transcripts.size();
        leg.turnEnds();

        assertThat(leg.transcripts.poll(500, TimeUnit.MILLISECONDS)).isNull();
        assertThat(known).isGreaterThanOrEqualTo(0);
    }

    @Test
    void sileroTellsSpeechFromNoise() {
        short[] voice = speech.callerVoice().speak("Thank you, that is all I needed.");
        short[] noise = new short[32_000];
        Random random = new Random(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 300);
        }

        assertThat(shareOfSpeech(voice)).isGreaterThan(0.6);
        assertThat(shareOfSpeech(noise)).isLessThan(0.05);
    }

    @Test
    void twoVoicesOfTheAgentSpeakAtOnceAndCancelIsFinal() throws Exception {
        var first = new VoiceHeard();
        var second = new VoiceHeard();
        var one = speech.textToSpeech().open(AGENT, first);
        var two = speech.textToSpeech().open(AGENT, second);
        one.clause(0, "Sure.");
        two.clause(0, "We are closed on Sunday, but open on all other days.");
        two.cancel();
        int delivered = second.samples();
        one.clause(1, "We open at nine – see you then! 😀");
        one.end();

        CompletableFuture<Long> done = first.done();
        assertThat(done.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(39);
        assertThat(first.clausesDone()).containsExactly(0, 1);
        assertThat(first.samples()).isGreaterThan(1000 * SAMPLES_PER_MS);
        assertThat(second.samples()).isEqualTo(delivered);
    }

    private double shareOfSpeech(short[] sound) {
        int speechWindows = 0;
        int windows = 0;
        try (VoiceActivity.Detector detector = speech.voiceActivity().newDetector()) {
            for (int at = 0; at + VoiceActivity.WINDOW_SAMPLES <= sound.length; at += VoiceActivity.WINDOW_SAMPLES) {
                windows++;
                speechWindows += detector.probability(sound, at) > 0.5 ? 1 : 0;
            }
        }
        return (double) speechWindows / windows;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "");
    }

    /// A caller leg whose voice activity is known exactly.
    private final class Leg implements AutoCloseable, SpeechToText.Listener {
        final BlockingQueue<Transcript> transcripts = new LinkedBlockingQueue<>();
        private final SpeechToText.Stream stream =
                speech.speechToText().open(new SpeechToText.Settings("en-US", List.of()), this);
        private long fedMs;
        private long speechEndMs;

        void hear(short[] sound) {
            silence(600);
            stream.speechStarted(fedMs);
            long endMs = fedMs + sound.length / SAMPLES_PER_MS;
            feed(sound);
            silence(100);
            speechEndMs = endMs;
            stream.speechPaused(endMs);
        }

        void silence(int ms) {
            feed(new short[ms * SAMPLES_PER_MS]);
        }

        void turnEnds() {
            silence(300);
            stream.turnEnded(speechEndMs);
        }

        String finalText() throws InterruptedException {
            return await(Transcript.Final.class, "").text();
        }

        Transcript.Interim interimWith(String word) throws InterruptedException {
            return await(Transcript.Interim.class, word);
        }

        private <T extends Transcript> T await(Class<T> kind, String word) throws InterruptedException {
            while (true) {
                Transcript next = transcripts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                assertThat(next).as("a transcript within the limit").isNotNull();
                if (kind.isInstance(next) && next.text().contains(word)) {
                    return kind.cast(next);
                }
            }
        }

        private void feed(short[] sound) {
            for (int at = 0; at < sound.length; at += AudioFrame.SAMPLES) {
                stream.audio(AudioFrame.copyOf(sound, at));
                fedMs += AudioFrame.PTIME_MS;
            }
        }

        @Override
        public void transcript(Transcript transcript) {
            transcripts.add(transcript);
        }

        @Override
        public void failed(SpeechToText.SpeechFault fault) {
            throw new AssertionError(fault.sentence());
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
