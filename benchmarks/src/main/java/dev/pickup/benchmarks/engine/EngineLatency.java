package dev.pickup.benchmarks.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How long each engine takes, and who says so.
///
/// @param recognition the caller's words
/// @param model       the reply's text
/// @param voice       the reply's sound
public record EngineLatency(Recognition recognition, Model model, Voice voice) {
    /// What the vendors publish; the file says who and when.
    public static final String PUBLISHED = "published";

    /// What others measured of them.
    public static final String INDEPENDENT = "independent";

    /// What is known of Amazon's own.
    public static final String AWS = "aws";

    /// What the vendors publish, with a model of which one request in fifty hangs.
    public static final String HANGING = "hanging";

    /// No time at all.
    public static final String NONE = "none";

    private static final List<String> NAMES = List.of(PUBLISHED, INDEPENDENT, AWS, HANGING, NONE);

    /// @param wordMs  a word's last sample → it stands in an interim
    /// @param finalMs the turn's end → its final
    public record Recognition(Delay wordMs, Delay finalMs, String source) {}

    /// @param firstTokenMs    asked → first token
    /// @param tokensPerSecond from there on
    public record Model(Delay firstTokenMs, double tokensPerSecond, String source) {}

    /// @param firstAudioMs  a clause handed over → its first sample
    /// @param timesRealTime how many seconds of sound it makes in one
    public record Voice(Delay firstAudioMs, double timesRealTime, String source) {}

    public EngineLatency {
        if (!(model.tokensPerSecond() > 0) || !(voice.timesRealTime() > 0)) {
            throw new IllegalArgumentException("Tokens per second and times real time are more than nothing.");
        }
    }

    /// One of those that come with the product, by name, or else the one in a file of the same form.
    ///
    /// @throws IllegalArgumentException there is none, or it says nothing that can be used; one sentence
    public static EngineLatency of(String nameOrFile) {
        try (InputStream known = EngineLatency.class.getResourceAsStream(nameOrFile + ".json")) {
            boolean ours = known != null && NAMES.contains(nameOrFile);
            return read(ours ? new String(known.readAllBytes(), StandardCharsets.UTF_8) : file(nameOrFile));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The engine latencies in " + nameOrFile + " are not as they should be: " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The engine latencies in " + nameOrFile + " cannot be read.", e);
        }
    }

    static EngineLatency read(String json) throws JsonProcessingException {
        return JsonMapper.builder().build().readValue(json, EngineLatency.class);
    }

    private static String file(String name) throws IOException {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + name + ", and no engine latencies of that name: "
                    + String.join(", ", NAMES) + " come with the product.");
        }
        return Files.readString(file);
    }
}
