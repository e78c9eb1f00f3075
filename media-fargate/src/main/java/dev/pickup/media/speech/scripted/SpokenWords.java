package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.speaking.TextToSpeech.WordTiming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Says the words of one utterance at the pace of speech, clause after clause.
final class SpokenWords {
    /// Pace of a person who speaks to be understood.
    private static final int CHARACTERS_PER_SECOND = 15;
    private static final int FRAMES_PER_SECOND = 1000 / AudioFrame.PTIME_MS;
    private static final int MAX_FRAMES = 255;
    private static final int MAX_WORD_BYTES = 60;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final int utterance;
    private int index;

    SpokenWords(int utterance) {
        this.utterance = utterance;
    }

    /// A piece of text as sound, with the time of every word.
    record Sound(List<short[]> frames, List<WordTiming> words) {
        short[] samples() {
            short[] samples = new short[frames.size() * AudioFrame.SAMPLES];
            for (int i = 0; i < frames.size(); i++) {
                System.arraycopy(frames.get(i), 0, samples, i * AudioFrame.SAMPLES, AudioFrame.SAMPLES);
            }
            return samples;
        }
    }

    Sound say(String text) {
        List<short[]> frames = new ArrayList<>();
        List<WordTiming> timings = new ArrayList<>();
        for (String word : SPACES.split(text.strip(), -1)) {
            long from = frames.size() * (long) AudioFrame.PTIME_MS;
            List<String> pieces = pieces(word);
            for (int i = 0; i < pieces.size(); i++) {
                add(pieces.get(i), i > 0, frames);
            }
            if (!word.isEmpty()) {
                timings.add(new WordTiming(word, from, frames.size() * (long) AudioFrame.PTIME_MS));
            }
        }
        return new Sound(List.copyOf(frames), List.copyOf(timings));
    }

    private void add(String piece, boolean joined, List<short[]> frames) {
        int count = Math.clamp((piece.length() + 1L) * FRAMES_PER_SECOND / CHARACTERS_PER_SECOND, 2, MAX_FRAMES);
        for (int frame = 0; frame < count; frame++) {
            short[] samples = new short[AudioFrame.SAMPLES];
            CodedFrame.write(new CodedWord(utterance, index, frame, count, joined, piece), samples, 0);
            frames.add(samples);
        }
        index++;
    }

    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        word.codePoints().forEach(letter -> {
            String more = Character.toString(letter);
            if ((piece + more).getBytes(StandardCharsets.UTF_8).length > MAX_WORD_BYTES) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(more);
        });
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }
}
