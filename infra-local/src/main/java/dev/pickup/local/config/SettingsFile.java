package dev.pickup.local.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// The settings file: one YAML mapping of names to plain values, so that the line of each is known.
final class SettingsFile {
    /// One line of the file.
    record Entry(String name, String text, Origin origin) {}

    private SettingsFile() {}

    /// Its lines; none when there is no such file. What cannot be read is added to `problems`.
    static List<Entry> read(Path file, List<String> problems) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return entries(file, new Yaml(new LoaderOptions()).compose(reader), problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(file + ", line " + line + " is not YAML: " + e.getProblem() + ".");
        } catch (IOException e) {
            problems.add(file + " cannot be read: make it a file that you may read, or remove it.");
        }
        return List.of();
    }

    private static List<Entry> entries(Path file, Node root, List<String> problems) {
        if (root == null) {
            return List.of();
        }
        if (!(root instanceof MappingNode mapping)) {
            problems.add(file + " must hold one setting a line, such as PICKUP_ENGINES: offline.");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin origin =
                    new Origin.File(file, tuple.getKeyNode().getStartMark().getLine() + 1);
            if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                add(entries, new Entry(key.getValue(), value.getValue(), origin), problems);
            } else {
                problems.add(origin + " must be a setting and its value on one line, such as PICKUP_ENGINES: offline.");
            }
        }
        return entries;
    }

    private static void add(List<Entry> entries, Entry entry, List<String> problems) {
        if (entries.stream().anyMatch(earlier -> earlier.name().equals(entry.name()))) {
            problems.add(entry.name() + " (" + entry.origin() + ") is set there a second time: keep one.");
        } else {
            entries.add(entry);
        }
    }
}
