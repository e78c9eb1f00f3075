package dev.pickup.media.speech.offline;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;

/// Opens models on the one ONNX Runtime environment of this JVM. A session is thread-safe and shared by all
/// calls.
///
/// Version 1.29.0 crashes the process when its command line is longer than 4,000 bytes (measured: 3,000 works, 4,000
/// does not): a long class path belongs into the environment variable `CLASSPATH`, or is a folder's `*`.
final class OnnxRuntime {
    private OnnxRuntime() {}

    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "pickup");
    }

    /// One thread per run: concurrency comes from calls, and a second thread gains only 15 % (measured).
    static OrtSession open(Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return environment().createSession(model.toString(), options);
        }
    }
}
