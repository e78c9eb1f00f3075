package dev.pickup.local.stack;

import dev.pickup.local.stack.StackException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The folder that a stack keeps its state in, locked while it is open: two stacks never share one.
final class DataFolder implements AutoCloseable {
    private static final String MARKER = ".pickup-data";
    private static final String LOCK = "lock";
    private static final List<String> STATE = List.of("state", "recordings");

    /// What may lie in a folder that is about to become ours: settings, and models that were fetched beforehand.
    private static final Set<String> WELCOME = Set.of(LOCK, "pickup.yaml", "models", "logs");

    /// Folders held by this process. POSIX drops a file's lock as soon as its process closes any channel on it, so a
    /// folder of our own is never probed by opening its lock file again.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the folder, makes it when it is not there, and empties its state when `fresh`.
    ///
    /// @throws StackException somebody else's folder, another stack's folder, or one that cannot be written
    static DataFolder open(Path wanted, boolean fresh) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            DataFolder folder = new DataFolder(path, lock(path));
            folder.prepare(fresh);
            return folder;
        } catch (IOException e) {
            throw new StackException(
                    Code.DATA_FOLDER_UNUSABLE,
                    "The data folder " + path + " cannot be used (" + e.getMessage() + "); choose another with --data.",
                    e);
        }
    }

    /// Whether a stack, in this process or another one, runs on the folder.
    static boolean isInUse(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        if (HELD_HERE.contains(path)) {
            return true;
        }
        if (!Files.exists(path.resolve(LOCK))) {
            return false;
        }
        try (FileChannel probe = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE)) {
            return probe.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /// A folder of state, made when it is not there.
    Path state(String name) {
        return made(path.resolve("state").resolve(name));
    }

    Path recordings() {
        return made(path.resolve("recordings"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private void prepare(boolean fresh) throws IOException {
        try {
            if (fresh) {
                for (String name : STATE) {
                    delete(path.resolve(name));
                }
            }
            Files.writeString(path.resolve(MARKER), "State of Pickup. See `./pickup help up`.\n");
            RunFile.remove(path);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(MARKER))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (!entries.allMatch(entry -> WELCOME.contains(entry.getFileName().toString()))) {
                throw new StackException(
                        Code.DATA_FOLDER_FOREIGN,
                        path + " holds files that are not Pickup's; name an empty or new folder with --data.");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        if (!HELD_HERE.add(path)) {
            throw busy(path);
        }
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD_HERE.remove(path);
            throw busy(path);
        }
        return channel;
    }

    private static StackException busy(Path path) {
        return new StackException(
                Code.DATA_FOLDER_BUSY,
                "Another stack runs on " + path + "; stop it, or name another folder with --data.");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
