package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.VoiceManager;
import com.sun.speech.freetts.audio.SingleFileAudioPlayer;
import dev.pickup.local.stack.StackSettings;
import dev.pickup.media.speech.models.ModelFiles;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.Play;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Resampler;
import dev.pickup.simulators.caller.WavFile;
import dev.pickup.simulators.line.SimulatedCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call in real speech: recognized by Moonshine, answered by the rule-based receptionist, spoken by Flite. The caller
/// is another synthesizer, FreeTTS, in WAV files as people have them.
class OfflineSpeechIT {
    private static final Path MODELS = Path.of(System.getProperty("pickup.models.dir"));
    private static final int CD_RATE_HZ = 44_100;

    /// A synthesizer that shares two cores with other tests pauses amid a sentence; who talks into it is not answered.
    private static final Duration LISTENING = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void whatAnotherSynthesizerSaysIn8kHzAnd44kHzFilesIsUnderstoodAndAnsweredAloud() throws IOException {
        assumeThat(ModelFiles.areIn(MODELS)).as("./pickup models fetches them").isTrue();
        Path narrow = speak("kevin", "What are your opening hours?", "narrow");
        Path wide = upsampled(speak("kevin16", "Can I come on Tuesday at three?", "wide"));

        try (RunningProduct product = RunningProduct.with(StackSettings.at(0, folder.resolve("data"), MODELS))) {
            SimulatedCall placed =
                    product.place(CallerScript.of(play(narrow), play(wide), new Say("Thank you, goodbye."))
                            .withTurnSilence(LISTENING));
            JsonNode call = product.finalized(placed);
            CallReport report = placed.await(Duration.ofSeconds(1));

            assertThat(said("caller", call)).contains("open").contains("hours").contains("tuesday");
            assertThat(said("agent", call))
                    .as(call.path("turns").toPrettyString())
                    .contains("open")
                    .contains("tuesday");
            assertThat(report.responses()).hasSizeGreaterThanOrEqualTo(2);
            StereoSound sound =
                    StereoSound.read(product.recording(call.path("recording").asText()));
            assertThat(StereoSound.peak(sound.left())).as("caller").isGreaterThan(1000);
            assertThat(StereoSound.peak(sound.right())).as("agent").isGreaterThan(1000);
        }
    }

    private static Play play(Path wav) throws IOException {
        return new Play(WavFile.read(Files.readAllBytes(wav)));
    }

    private static String said(String role, JsonNode call) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals(role))
                .map(turn -> turn.path("text").asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /// `kevin` speaks at 8 kHz, `kevin16` at 16 kHz.
    private Path speak(String name, String text, String file) {
        System.setProperty("freetts.voices", "com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory");
        Voice voice = VoiceManager.getInstance().getVoice(name);
        voice.allocate();
        SingleFileAudioPlayer player =
                new SingleFileAudioPlayer(folder.resolve(file).toString(), AudioFileFormat.Type.WAVE);
        voice.setAudioPlayer(player);
        voice.speak(text);
        player.close();
        voice.deallocate();
        return folder.resolve(file + ".wav");
    }

    private Path upsampled(Path wav) throws IOException {
        short[] samples = WavFile.read(Files.readAllBytes(wav)).toArray();
        short[] wide = new Resampler(16_000, CD_RATE_HZ).next(samples);
        ByteBuffer bytes = ByteBuffer.allocate(wide.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(wide);
        AudioFormat format = new AudioFormat(CD_RATE_HZ, 16, 1, true, false);
        Path file = folder.resolve("cd.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, wide.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }
}
