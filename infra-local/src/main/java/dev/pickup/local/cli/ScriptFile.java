package dev.pickup.local.cli;

import dev.pickup.simulators.caller.CallerStep;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A call's script in YAML: a list of what the caller does.
///
/// ```yaml
/// - say: What are your opening hours?   # in the caller's turn
/// - wav: question.wav                   # a PCM WAV file, beside the script
/// - wait: 1.5s                          # silence
/// - digits: "1#"                        # keys
/// - interrupt-after: 800ms              # this long into the agent's speech …
///   say: Sorry, one more thing.         # … the caller says this (or wav, digits, hang-up)
/// - hang-up
/// ```
final class ScriptFile {
    private static final String EXAMPLE =
            "a script is a list of steps, such as \"- say: What are your opening hours?\"";

    private ScriptFile() {}

    /// The steps of a script.
    ///
    /// @throws InputException not there, or not understood; names the line and what is allowed
    static List<CallerStep> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file + ": name a script that is there.");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
                throw new InputException(file + ": " + EXAMPLE + ".");
            }
            return new StepReader(file).steps(list.getValue());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InputException(file + ", line " + line + ": " + e.getProblem() + "; " + EXAMPLE + ".", e);
        } catch (YAMLException | CharacterCodingException e) {
            throw new InputException(file + " is not text in UTF-8; " + EXAMPLE + ".", e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: make it readable for you.", e);
        }
    }
}
