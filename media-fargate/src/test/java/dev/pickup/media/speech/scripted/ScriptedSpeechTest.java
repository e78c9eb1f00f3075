package dev.pickup.media.speech.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.WireDecoder;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.Encoding;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedSpeechTest {
    private final ScriptedSpeech speech = new ScriptedSpeech();

    @Test
    void wordsCrossTheLine() {
        assertThat(ScriptedSpeech.wordsIn(speech.callerSays("Grüße, do you open at 9? 😀")))
                .isEqualTo("Grüße, do you open at 9? 😀");
    }

    @Property(tries = 60)
    void anyTextCrossesAnyCutIntoFrames(
            @ForAll @StringLength(max = 200) String text, @ForAll @IntRange(max = 319) int shift) {
        short[] spoken = speech.callerSays(text);
        short[] shifted = new short[spoken.length + shift];
        System.arraycopy(spoken, 0, shifted, shift, spoken.length);

        assertThat(words(ScriptedSpeech.wordsIn(shifted))).isEqualTo(words(wellFormed(text)));
    }

    @Test
    void lasts15CharactersASecondAndIsLoudEnoughToCountAsSpeech() {
        short[] spoken = speech.callerSays("Thank you for calling, how can I help you today?");

        assertThat(spoken.length / 16).isBetween(2_800, 3_600);
        for (short sample : spoken) {
            assertThat(Math.abs(sample)).isBetween(1_000, 1_300);
        }
    }

    /// Short words once looked smoother in the wrong order, and a whole call went unheard.
    @ParameterizedTest
    @ValueSource(strings = {"hi", "a", "what are your opening hours", "are you there", "yes yes yes yes yes"})
    void isHeardWhicheverByteOrderTheStreamHas(String text) {
        short[] spoken = speech.callerSays(text);
        for (WireFormat.ByteOrder real : WireFormat.ByteOrder.values()) {
            for (WireFormat.ByteOrder configured : WireFormat.ByteOrder.values()) {
                WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.L16, 16_000, configured));
                short[] received = new short[spoken.length];
                int at = 0;
                for (AudioFrame frame : decoder.decode(bytes(spoken, real))) {
                    frame.copyTo(received, at);
                    at += AudioFrame.SAMPLES;
                }
                assertThat(ScriptedSpeech.wordsIn(received))
                        .as(real + ", configured as " + configured)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void survivesLossAndReordering() {
        List<AudioFrame> frames = frames(speech.callerSays("I would like to book an appointment for tomorrow"));
        Random random = new Random(5);
        frames.removeIf(_ -> random.nextInt(100) < 15);
        for (int at = 0; at + 4 < frames.size(); at += 4) {
            Collections.shuffle(frames.subList(at, at + 4), random);
        }
        HeardWords heard = new HeardWords();
        frames.forEach(frame -> new WordScanner().next(frame).ifPresent(heard::add));

        assertThat(heard.text()).isEqualTo("I would like to book an appointment for tomorrow");
    }

    @Test
    void whatWasNotPlayedIsNotHeard() {
        short[] spoken = speech.callerSays("one two three four five");
        TextToSpeech.WordTiming three =
                new SpokenWords(1).say("one two three four five").words().get(2);
        int played = Math.toIntExact(three.lastMs() * 16);

        assertThat(ScriptedSpeech.wordsIn(Arrays.copyOf(spoken, played))).isEqualTo("one two three");
    }

    @Test
    void noiseAndSilenceSayNothing() {
        short[] noise = new short[32_000];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 70);
        }

        assertThat(ScriptedSpeech.wordsIn(noise)).isEmpty();
        assertThat(ScriptedSpeech.wordsIn(new short[32_000])).isEmpty();
    }

    @Test
    void voiceActivityIsWhereTheWordsAre() {
        VoiceActivity.Detector detector = speech.voiceActivity().newDetector();

        assertThat(detector.probability(speech.callerSays("hello there"), 0)).isEqualTo(1);
        assertThat(detector.probability(new short[512], 0)).isZero();
    }

    @Test
    void everyTurnGetsItsWordsAndNoOther() {
        List<Transcript> transcripts = new CopyOnWriteArrayList<>();
        SpeechToText.Stream stream =
                speech.speechToText().open(new SpeechToText.Settings("en-US", List.of()), listener(transcripts));
        List<AudioFrame> first = frames(speech.callerSays("first turn"));
        first.forEach(stream::audio);
        stream.turnEnded(1_000);
        stream.audio(first.getLast());
        frames(speech.callerSays("second")).forEach(stream::audio);
        stream.turnEnded(2_000);

        await().untilAsserted(() -> assertThat(transcripts)
                .filteredOn(Transcript.Final.class::isInstance)
                .extracting(Transcript::text)
                .containsExactly("first turn", "second"));
        assertThat(transcripts).extracting(Transcript::text).contains("first");
        stream.close();
    }

    @Test
    void theAgentIsHeardClauseByClauseWithTheTimeOfEveryWord() {
        List<short[]> audio = new CopyOnWriteArrayList<>();
        List<TextToSpeech.WordTiming> timings = new CopyOnWriteArrayList<>();
        List<Long> done = new CopyOnWriteArrayList<>();
        var utterance = speech.textToSpeech().open(new TextToSpeech.Settings("", "en-US"), new TextToSpeech.Listener() {
            @Override
            public void audio(int clause, short[] samples) {
                audio.add(samples);
            }

            @Override
            public void clauseDone(int clause, List<TextToSpeech.WordTiming> words) {
                timings.addAll(words);
            }

            @Override
            public void done(long characters) {
                done.add(characters);
            }

            @Override
            public void failed(String code, String sentence) {
                throw new AssertionError(sentence);
            }
        });
        utterance.clause(0, "Sure,");
        utterance.clause(1, "at nine.");
        utterance.end();

        await().untilAsserted(() -> assertThat(done).containsExactly(13L));
        assertThat(audio).hasSize(2).allMatch(samples -> samples.length % AudioFrame.SAMPLES == 0);
        assertThat(timings).extracting(TextToSpeech.WordTiming::word).containsExactly("Sure,", "at", "nine.");
        assertThat(timings.get(2).lastMs()).isEqualTo(audio.get(1).length / 16);
        assertThat(ScriptedSpeech.wordsIn(audio.get(1))).isEqualTo("at nine.");
    }

    private static SpeechToText.Listener listener(List<Transcript> transcripts) {
        return new SpeechToText.Listener() {
            @Override
            public void transcript(Transcript transcript) {
                transcripts.add(transcript);
            }

            @Override
            public void failed(SpeechToText.SpeechFault fault) {
                throw new AssertionError(fault.sentence());
            }
        };
    }

    private static List<AudioFrame> frames(short[] samples) {
        List<AudioFrame> frames = new ArrayList<>();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            frames.add(AudioFrame.copyOf(samples, at));
        }
        return frames;
    }

    private static byte[] bytes(short[] samples, WireFormat.ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * samples.length)
                .order(order == WireFormat.ByteOrder.BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(samples);
        return buffer.array();
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
