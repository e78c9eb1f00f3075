package dev.pickup.local.cli;

import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.CallerStep.Digits;
import dev.pickup.simulators.caller.CallerStep.HangUp;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerStep.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Turns the items of a script into steps. Every refusal names the line and what is allowed there.
final class StepReader {
    private static final String ALLOWED = "a step is one of say, wav, wait, digits, interrupt-after and hang-up";
    private static final String INTERRUPTION =
            "interrupt-after takes a time and, in the same item, one of say, wav, digits and hang-up";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,3})?)\\s*(ms|s)");
    private static final String INTERRUPT_AFTER = "interrupt-after";
    private static final int MS = 1000;

    private final Path file;

    StepReader(Path file) {
        this.file = file;
    }

    List<CallerStep> steps(List<Node> items) {
        List<CallerStep> steps = new ArrayList<>();
        for (Node item : items) {
            steps.add(step(item));
        }
        return List.copyOf(steps);
    }

    private CallerStep step(Node item) {
        if (item instanceof ScalarNode scalar && scalar.getValue().equals("hang-up")) {
            return new HangUp();
        }
        if (!(item instanceof MappingNode mapping)) {
            throw refused(item, ALLOWED);
        }
        Map<String, Node> parts = parts(mapping);
        Node after = parts.remove(INTERRUPT_AFTER);
        if (after != null) {
            return interruption(item, after, parts);
        }
        if (parts.size() != 1) {
            throw refused(item, ALLOWED + ", each an item of its own");
        }
        Map.Entry<String, Node> only = parts.entrySet().iterator().next();
        return plain(only.getKey(), only.getValue());
    }

    private CallerStep interruption(Node item, Node after, Map<String, Node> parts) {
        Map<String, Node> what = new LinkedHashMap<>(parts);
        if (after instanceof MappingNode nested) {
            what.putAll(parts(nested));
            after = what.remove("after");
        }
        if (after == null || what.size() != 1) {
            throw refused(item, INTERRUPTION);
        }
        Map.Entry<String, Node> only = what.entrySet().iterator().next();
        if (only.getKey().equals("wait")) {
            throw refused(item, INTERRUPTION);
        }
        return made(item, new Interruption(time(after), plain(only.getKey(), only.getValue())));
    }

    /// An interruption before its values were checked.
    private record Interruption(Duration after, CallerStep what) {}

    private CallerStep made(Node item, Interruption interruption) {
        try {
            return new InterruptAfter(interruption.after(), interruption.what());
        } catch (IllegalArgumentException e) {
            throw refused(item, String.valueOf(e.getMessage()));
        }
    }

    private CallerStep plain(String name, Node value) {
        try {
            return switch (name) {
                case "say" -> new Say(text(value));
                case "wav" -> wav(value);
                case "wait" -> new Wait(time(value));
                case "digits" -> new Digits(text(value));
                case "hang-up" -> new HangUp();
                default -> throw refused(value, "\"" + name + "\" is not a step; " + ALLOWED);
            };
        } catch (IllegalArgumentException e) {
            throw refused(value, String.valueOf(e.getMessage()));
        }
    }

    private CallerStep wav(Node value) {
        Path sound = file.toAbsolutePath().resolveSibling(text(value));
        try {
            return Sound.play(sound);
        } catch (InputException e) {
            throw refused(value, String.valueOf(e.getMessage()));
        }
    }

    private Duration time(Node value) {
        Matcher matcher = TIME.matcher(text(value));
        if (!matcher.matches()) {
            throw refused(value, "a time is a number with its unit, such as 1.5s or 800ms");
        }
        double number = Double.parseDouble(matcher.group(1));
        return Duration.ofMillis(Math.round(matcher.group(2).equals("s") ? number * MS : number));
    }

    private String text(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refused(value, "a text is missing here; " + ALLOWED);
    }

    private Map<String, Node> parts(MappingNode mapping) {
        Map<String, Node> parts = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (parts.put(name, tuple.getValueNode()) != null) {
                throw refused(tuple.getKeyNode(), "\"" + name + "\" is there twice; " + ALLOWED);
            }
        });
        return parts;
    }

    private InputException refused(Node where, String why) {
        String end = why.endsWith(".") ? "" : ".";
        return new InputException(file + ", line " + (where.getStartMark().getLine() + 1) + ": " + why + end);
    }
}
