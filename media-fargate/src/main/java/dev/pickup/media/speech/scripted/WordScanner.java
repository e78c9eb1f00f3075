package dev.pickup.media.speech.scripted;

import dev.pickup.media.audio.AudioFrame;
import java.util.Optional;

/// Finds coded words in a stream of frames, also when it was cut into frames elsewhere than where it was coded.
final class WordScanner {
    private final short[] window = new short[2 * AudioFrame.SAMPLES];
    private int offset = AudioFrame.SAMPLES;

    /// The word that ends within the next 20 ms.
    Optional<CodedWord> next(AudioFrame frame) {
        System.arraycopy(window, AudioFrame.SAMPLES, window, 0, AudioFrame.SAMPLES);
        frame.copyTo(window, AudioFrame.SAMPLES);
        Optional<CodedWord> word = CodedFrame.read(window, offset);
        return word.isPresent() || !mayHoldAWord() ? word : search();
    }

    private boolean mayHoldAWord() {
        return CodedFrame.isCarrier(window[AudioFrame.SAMPLES - 1]) || CodedFrame.isCarrier(window[AudioFrame.SAMPLES]);
    }

    private Optional<CodedWord> search() {
        for (int at = 1; at <= AudioFrame.SAMPLES; at++) {
            Optional<CodedWord> word = CodedFrame.read(window, at);
            if (word.isPresent()) {
                offset = at;
                return word;
            }
        }
        return Optional.empty();
    }
}
