package dev.pickup.media.speech.offline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.pickup.media.speech.offline.Moonshine.Buffers;
import dev.pickup.media.speech.offline.Moonshine.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The decoder's walk over one stretch of audio: keys and values of all attention layers, carried from token to
/// token. Scores of each step land in [Buffers#scores].
///
/// The first step's keys and values of the audio are read until the end; those of the text only by the next
/// step. ONNX Runtime does not notice a tensor that was released too early: it crashes the JVM.
final class MoonshineDecoding implements AutoCloseable {
    private static final int HEADS = 8;
    private static final String[] PARTS = {".decoder.key", ".decoder.value", ".encoder.key", ".encoder.value"};

    private final OrtEnvironment environment = OnnxRuntime.environment();
    private final OrtSession decoder;
    private final Buffers buffers;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final Map<String, OnnxTensor> scores;
    private final Deque<AutoCloseable> untilTheEnd = new ArrayDeque<>();
    private final Deque<OrtSession.Result> untilNextStep = new ArrayDeque<>();

    MoonshineDecoding(OrtSession decoder, Shape shape, OnnxTensor audio, Buffers buffers) throws OrtException {
        this.decoder = decoder;
        this.buffers = buffers;
        long vocabulary = buffers.scores.capacity();
        scores = Map.of(
                "logits", keep(OnnxTensor.createTensor(environment, buffers.scores, new long[] {1, 1, vocabulary})));
        inputs.put("input_ids", keep(OnnxTensor.createTensor(environment, buffers.token, new long[] {1, 1})));
        inputs.put("encoder_hidden_states", audio);
        inputs.put("use_cache_branch", keep(OnnxTensor.createTensor(environment, new boolean[] {false})));
        long[] emptyShape = {0, HEADS, 1, shape.headSize};
        OnnxTensor empty = keep(OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), emptyShape));
        for (int layer = 0; layer < shape.layers; layer++) {
            for (String part : PARTS) {
                inputs.put("past_key_values." + layer + part, empty);
                outputs.add("present." + layer + part);
            }
        }
    }

    /// Takes `token` in and scores what may follow it; the first one must be the beginning.
    void begin(int token) throws OrtException {
        untilTheEnd.push(step(token));
        inputs.put("use_cache_branch", keep(OnnxTensor.createTensor(environment, new boolean[] {true})));
        outputs.removeIf(output -> output.contains(".encoder."));
    }

    /// Takes the next `token` in and scores what may follow it.
    void advance(int token) throws OrtException {
        OrtSession.Result read = untilNextStep.poll();
        untilNextStep.push(step(token));
        if (read != null) {
            read.close();
        }
    }

    private OrtSession.Result step(int token) throws OrtException {
        buffers.token.put(0, token);
        OrtSession.Result result = decoder.run(inputs, outputs, scores);
        result.forEach(output -> {
            if (outputs.contains(output.getKey())) {
                inputs.put(output.getKey().replace("present.", "past_key_values."), (OnnxTensor) output.getValue());
            }
        });
        return result;
    }

    @Override
    public void close() {
        untilNextStep.forEach(OrtSession.Result::close);
        untilTheEnd.forEach(MoonshineDecoding::release);
    }

    private OnnxTensor keep(OnnxTensor tensor) {
        untilTheEnd.push(tensor);
        return tensor;
    }

    private static void release(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("ONNX Runtime did not release memory.", e);
        }
    }
}
