package dev.pickup.benchmarks.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.MuLawEncoder;
import dev.pickup.media.audio.WireDecoder;
import dev.pickup.media.audio.WireFormat;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.audio.WireFormat.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final String LINE = "Could you tell me how much a first visit costs?";

    @Test
    void wordsSurviveMuLawAndTheFiltersAndComeAtTheirTimes() {
        List<AudioFrame> heard = overMuLaw(line(new Announcement(LINE, 3, 52)));
        LineReader reader = new LineReader();
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int begins = heard.size() - 60;
        for (int i = 0; i < heard.size(); i++) {
            int frame = i - begins;
            reader.take(heard.get(i)).filter(Caption::last).ifPresent(caption -> {
                words.add(caption.text());
                ends.add(frame);
            });
        }

        assertThat(String.join(" ", words)).isEqualTo(LINE);
        assertThat(ends).startsWith(9).endsWith(52).isSorted();
    }

    @Test
    void anAnnouncementIsQuieterThanAnySpeech() {
        double loudest = 0;
        for (short[] frame : new Announcement(LINE, 0, 9).frames()) {
            for (short sample : frame) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
        }

        assertThat(20 * Math.log10(loudest / 32_768)).isLessThan(-55);
    }

    @Test
    void noiseAnnouncesNothing() {
        Announcement.Reader reader = new Announcement.Reader();
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = (short) (500 * random.nextGaussian());
            }
            assertThat(reader.take(AudioFrame.owning(samples))).isEmpty();
        }
    }

    /// The announcement, and 60 frames of sound behind it.
    private static List<short[]> line(Announcement announcement) {
        List<short[]> frames = new ArrayList<>(List.of(new short[AudioFrame.SAMPLES]));
        frames.addAll(announcement.frames());
        for (int i = 0; i < 60; i++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = (short) (4_000 * Math.sin((i * samples.length + k) / 12.0));
            }
            frames.add(samples);
        }
        return frames;
    }

    private static List<AudioFrame> overMuLaw(List<short[]> frames) {
        MuLawEncoder encoder = new MuLawEncoder();
        WireDecoder decoder = new WireDecoder(new WireFormat(Encoding.PCMU, 8_000, ByteOrder.LITTLE_ENDIAN));
        return frames.stream()
                .flatMap(samples -> decoder.decode(encoder.encode(AudioFrame.owning(samples))).stream())
                .toList();
    }
}
