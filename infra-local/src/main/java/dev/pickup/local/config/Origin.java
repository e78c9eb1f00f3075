package dev.pickup.local.config;

import java.nio.file.Path;

/// Where the value of a setting came from. Prints as a person would say it.
public sealed interface Origin {
    /// Nobody set it.
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /// A variable of the environment.
    record Environment() implements Origin {
        @Override
        public String toString() {
            return "environment";
        }
    }

    /// An option of the command line, such as `--data`.
    record Option(String name) implements Origin {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A line of the settings file, counted from 1.
    record File(Path file, int line) implements Origin {
        @Override
        public String toString() {
            return file + ", line " + line;
        }
    }
}
