package dev.pickup.media.speech.offline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.pickup.media.speech.models.ModelFiles.MoonshineFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A Moonshine speech recognition model: a stretch of audio in, its words out. Any thread; as many at once as
/// there are buffers, others wait.
///
/// Source: the quantised ONNX files of moonshine-js 0.1.12, "merged" decoder: the first step computes the keys
/// and values of the audio, later steps reuse them and append one token each to those of the text.
final class Moonshine implements AutoCloseable {
    /// Longest stretch: beyond about 15 s the model begins to lose words (measured).
    static final int MAX_SAMPLES = 16 * 16_000;

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int TOKENS_PER_SECOND = 7;
    private static final int SPARE_TOKENS = 4;
    private static final int MAX_TOKENS = MAX_SAMPLES / SAMPLE_RATE_HZ * TOKENS_PER_SECOND + SPARE_TOKENS;
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int NONE = -1;
    private static final int VOCABULARY_TOKENS = 32_768;

    private final String name;
    private final OrtSession encoder;
    private final OrtSession decoder;
    private final Vocabulary vocabulary;
    private final Shape shape;
    private final BlockingQueue<Buffers> idle;

    /// What differs between the two models.
    enum Shape {
        BASE(8, 52),
        TINY(6, 36);

        final int layers;
        final int headSize;

        Shape(int layers, int headSize) {
            this.layers = layers;
            this.headSize = headSize;
        }
    }

    /// Puts audio into a buffer.
    interface Audio {
        /// Writes mono samples at 16 kHz, -1 to 1, at most [#MAX_SAMPLES], and returns how many.
        int writeTo(FloatBuffer target);
    }

    Moonshine(String name, Shape shape, MoonshineFiles files, int atOnce) throws OrtException, IOException {
        this.name = name;
        this.shape = shape;
        encoder = OnnxRuntime.open(files.encoder());
        decoder = OnnxRuntime.open(files.decoder());
        vocabulary = new Vocabulary(files.vocabulary());
        idle = new ArrayBlockingQueue<>(atOnce);
        for (int i = 0; i < atOnce; i++) {
            idle.add(new Buffers());
        }
    }

    String name() {
        return name;
    }

    /// Writes down what is said in `audio`.
    ///
    /// @param somethingIsSaid forbids the empty answer: without, the model hears nothing in one short word out
    /// of four
    String transcribe(Audio audio, boolean somethingIsSaid) throws OrtException, InterruptedException {
        Buffers buffers = idle.take();
        try {
            int samples = audio.writeTo(buffers.audio);
            return samples == 0 ? "" : transcribe(buffers, samples, somethingIsSaid);
        } finally {
            idle.add(buffers);
        }
    }

    private String transcribe(Buffers buffers, int samples, boolean somethingIsSaid) throws OrtException {
        FloatBuffer heard = buffers.audio.slice(0, samples);
        int limit = Math.min(MAX_TOKENS, samples * TOKENS_PER_SECOND / SAMPLE_RATE_HZ + SPARE_TOKENS);
        try (OnnxTensor input = OnnxTensor.createTensor(OnnxRuntime.environment(), heard, new long[] {1, samples});
                OrtSession.Result encoded = encoder.run(Map.of("input_values", input))) {
            int count = decode(buffers, (OnnxTensor) encoded.get(0), limit, somethingIsSaid);
            return vocabulary.text(buffers.tokens, count);
        }
    }

    private int decode(Buffers buffers, OnnxTensor audio, int limit, boolean somethingIsSaid) throws OrtException {
        try (MoonshineDecoding decoding = new MoonshineDecoding(decoder, shape, audio, buffers)) {
            decoding.begin(BEGIN);
            int next = buffers.likeliest(somethingIsSaid ? END : NONE);
            for (int count = 0; count < limit; count++) {
                if (next == END) {
                    return count;
                }
                buffers.tokens[count] = next;
                int looped = Repetition.looped(buffers.tokens, count + 1);
                if (looped > 0) {
                    return count + 1 - looped;
                }
                decoding.advance(next);
                next = buffers.likeliest(NONE);
            }
        }
        return limit;
    }

    @Override
    public void close() throws OrtException {
        encoder.close();
        decoder.close();
    }

    /// What one transcription works in; kept from one to the next, so that a busy task does not churn memory.
    static final class Buffers {
        final FloatBuffer audio = direct(MAX_SAMPLES * Float.BYTES).asFloatBuffer();
        final LongBuffer token = direct(Long.BYTES).asLongBuffer();
        final FloatBuffer scores = direct(VOCABULARY_TOKENS * Float.BYTES).asFloatBuffer();
        final int[] tokens = new int[MAX_TOKENS];

        /// The token with the highest score, other than `forbidden`.
        int likeliest(int forbidden) {
            int best = 0;
            float highest = Float.NEGATIVE_INFINITY;
            for (int token = 0; token < VOCABULARY_TOKENS; token++) {
                float score = scores.get(token);
                if (score > highest && token != forbidden) {
                    highest = score;
                    best = token;
                }
            }
            return best;
        }

        private static ByteBuffer direct(int bytes) {
            return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
    }
}
