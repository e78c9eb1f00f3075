package dev.pickup.media.speech.offline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.pickup.media.listening.VoiceActivity;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// Silero v6. About 100 microseconds a window on one core; nothing is allocated for the model's tensors while
/// it runs.
final class SileroVoiceActivity implements VoiceActivity, AutoCloseable {
    private static final int CONTEXT_SAMPLES = 64;
    private static final int STATE_FLOATS = 2 * 128;
    private static final float FULL_SCALE = 32_768f;

    private final OrtSession session;
    private final OnnxTensor sampleRate;

    SileroVoiceActivity(Path model) throws OrtException {
        session = OnnxRuntime.open(model);
        sampleRate = OnnxTensor.createTensor(OnnxRuntime.environment(), 16_000L);
        try (Detector first = newDetector()) {
            first.probability(new short[WINDOW_SAMPLES], 0);
        }
    }

    @Override
    public Detector newDetector() {
        try {
            return new SileroDetector();
        } catch (OrtException e) {
            throw new IllegalStateException("Silero has no memory for another call.", e);
        }
    }

    @Override
    public String name() {
        return "silero/v6";
    }

    @Override
    public void close() throws OrtException {
        sampleRate.close();
        session.close();
    }

    /// The model's memory of a caller leg: the last samples and the state of its recurrent layer, which each
    /// window reads from one buffer and writes to the other.
    private final class SileroDetector implements Detector {
        private final FloatBuffer window = floats(CONTEXT_SAMPLES + WINDOW_SAMPLES);
        private final FloatBuffer probability = floats(1);
        private final OnnxTensor input = tensor(window, 1, CONTEXT_SAMPLES + WINDOW_SAMPLES);
        private final OnnxTensor output = tensor(probability, 1, 1);
        private OnnxTensor state = tensor(floats(STATE_FLOATS), 2, 1, 128);
        private OnnxTensor nextState = tensor(floats(STATE_FLOATS), 2, 1, 128);
        private boolean closed;

        SileroDetector() throws OrtException {}

        @Override
        public float probability(short[] samples, int offset) {
            for (int i = 0; i < CONTEXT_SAMPLES; i++) {
                window.put(i, window.get(WINDOW_SAMPLES + i));
            }
            for (int i = 0; i < WINDOW_SAMPLES; i++) {
                window.put(CONTEXT_SAMPLES + i, samples[offset + i] / FULL_SCALE);
            }
            try {
                session.run(
                                Map.of("input", input, "state", state, "sr", sampleRate),
                                Set.of(),
                                Map.of("output", output, "stateN", nextState))
                        .close();
            } catch (OrtException e) {
                throw new IllegalStateException("Silero failed on a window.", e);
            }
            OnnxTensor read = state;
            state = nextState;
            nextState = read;
            return probability.get(0);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                input.close();
                output.close();
                state.close();
                nextState.close();
            }
        }

        private static OnnxTensor tensor(FloatBuffer buffer, long... shape) throws OrtException {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape);
        }

        private static FloatBuffer floats(int count) {
            return ByteBuffer.allocateDirect(count * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
    }
}
