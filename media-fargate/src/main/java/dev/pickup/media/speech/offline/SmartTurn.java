package dev.pickup.media.speech.offline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.pickup.media.listening.EndOfTurn;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// An end-of-turn model in ONNX form, such as Smart Turn v3: no package ships its weights, so the operator puts the
/// file beside the other models, as [#FILE].
///
/// Takes both forms that are published: Whisper's log-mel spectrogram of 8 s (three dimensions, 80 × 800), or the
/// samples themselves (two dimensions, 128,000). The first output is the probability, or its logit. Any thread.
public final class SmartTurn implements EndOfTurn, AutoCloseable {
    /// In the folder of models.
    public static final String FILE = "end-of-turn.onnx";

    private static final float FULL_SCALE = 32_768f;

    private final OrtSession session;
    private final String input;
    private final boolean spectrogram;

    private SmartTurn(OrtSession session, String input, boolean spectrogram) {
        this.session = session;
        this.input = input;
        this.spectrogram = spectrogram;
    }

    /// The model in the folder; empty when there is none.
    ///
    /// @throws IllegalStateException there is a file, and it is no such model
    public static Optional<EndOfTurn> in(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? Optional.of(open(file)) : Optional.empty();
    }

    static SmartTurn open(Path file) {
        try {
            OrtSession session = OnnxRuntime.open(file);
            var first = session.getInputInfo().entrySet().iterator().next();
            int dimensions = first.getValue().getInfo() instanceof TensorInfo tensor ? tensor.getShape().length : 0;
            if (dimensions != 2 && dimensions != 3) {
                throw new IllegalStateException(file + " takes neither samples nor a spectrogram: it is no end-of-turn"
                        + " model that is understood.");
            }
            SmartTurn model = new SmartTurn(session, first.getKey(), dimensions == 3);
            model.judge(new short[EndOfTurn.LONGEST_SAMPLES]);
            return model;
        } catch (OrtException e) {
            throw new IllegalStateException(file + " is no model that ONNX Runtime can run.", e);
        }
    }

    @Override
    public double judge(short[] samples) {
        float[] values = spectrogram ? LogMel.of(samples) : sound(samples);
        long[] shape =
                spectrogram ? new long[] {1, LogMel.BANDS, LogMel.COLUMNS} : new long[] {1, EndOfTurn.LONGEST_SAMPLES};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            if (!(result.get(0) instanceof OnnxTensor output) || output.getFloatBuffer() == null) {
                throw new IllegalStateException("The end-of-turn model answers no number.");
            }
            float answer = output.getFloatBuffer().get(0);
            return answer >= 0 && answer <= 1 ? answer : 1 / (1 + Math.exp(-answer));
        } catch (OrtException e) {
            throw new IllegalStateException("The end-of-turn model failed.", e);
        }
    }

    @Override
    public String name() {
        return "smart-turn";
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    /// The last 8 s, silence before what is shorter.
    private static float[] sound(short[] samples) {
        float[] sound = new float[EndOfTurn.LONGEST_SAMPLES];
        int count = Math.min(samples.length, sound.length);
        for (int i = 0; i < count; i++) {
            sound[sound.length - count + i] = samples[samples.length - count + i] / FULL_SCALE;
        }
        return sound;
    }
}
