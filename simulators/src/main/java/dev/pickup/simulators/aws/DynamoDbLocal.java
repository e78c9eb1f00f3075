package dev.pickup.simulators.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Amazon's own DynamoDB Local, in this JVM, behind a real loopback socket: tables, transactions, streams and TTL.
///
/// Its jars (SDK v1, Jetty 12.0, Log4j) sit in the folder named by the system property `pickup.dynamodb-local.dir` and
/// are loaded by a class loader that sees the JDK only, so they never meet ours. Any thread; close it once.
public final class DynamoDbLocal implements AutoCloseable {
    /// System property with the folder of DynamoDB Local's jars; the build and the launcher set it.
    public static final String DIRECTORY_PROPERTY = "pickup.dynamodb-local.dir";

    /// Its SDK warns of JAXB and of its own age, to the JDK's log, which is one for all class loaders. Held, because
    /// the JDK forgets the level of a logger that nobody holds.
    private static final Logger CHATTER = Logger.getLogger("com.amazonaws");

    /// One loader of a folder's jars for all databases of this JVM: another one would load and compile all of
    /// it again, a second of a core at least. It stays open: SQLite's threads load classes while they end,
    /// which is after their database was closed.
    private static final Map<Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private final Object server;
    private final URI endpoint;

    private DynamoDbLocal(Object server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /// Starts an empty database that is gone when it is closed. Ready when this returns.
    public static DynamoDbLocal inMemory() {
        return start(Optional.empty());
    }

    /// Starts a database whose tables live in `folder` and survive a restart, a kill included. Ready when this returns.
    public static DynamoDbLocal onDisk(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(Optional.of(folder));
    }

    /// Where the real client connects to: `http://127.0.0.1:port`. Any credentials and Region will do.
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            call(server, "stop");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }

    private static synchronized DynamoDbLocal start(Optional<Path> folder) {
        ClassLoader loader = LOADERS.computeIfAbsent(jarsFolder(), DynamoDbLocal::isolatedLoader);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        CHATTER.setLevel(Level.SEVERE);
        try (MutedThread _ = new MutedThread(Thread.currentThread())) {
            Thread.currentThread().setContextClassLoader(loader);
            int port = freePort();
            Object server = create(loader, arguments(port, folder));
            call(server, "start");
            return new DynamoDbLocal(server, URI.create("http://127.0.0.1:" + port));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String[] arguments(int port, Optional<Path> folder) {
        List<String> arguments = new ArrayList<>(List.of("-port", "" + port, "-sharedDb", "-disableTelemetry"));
        folder.ifPresentOrElse(
                f -> arguments.addAll(List.of("-dbPath", f.toString())), () -> arguments.add("-inMemory"));
        return arguments.toArray(String[]::new);
    }

    private static Object create(ClassLoader loader, String[] arguments) throws ReflectiveOperationException {
        Class<?> runner = Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner", true, loader);
        return runner.getMethod("createServerFromCommandLineArgs", String[].class)
                .invoke(null, (Object) arguments);
    }

    private static void call(Object target, String method) throws ReflectiveOperationException {
        try {
            target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("DynamoDB Local: " + method + " failed", e.getCause());
        }
    }

    private static Path jarsFolder() {
        String folder = System.getProperty(DIRECTORY_PROPERTY, "");
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
            throw new IllegalStateException(
                    "The system property " + DIRECTORY_PROPERTY
                            + " must name the folder with DynamoDB Local's jars; the build fills simulators/dynamodb-local/target/lib.");
        }
        return Path.of(folder);
    }

    private static ClassLoader isolatedLoader(Path folder) {
        // sqlite4java looks for its native library beside its jar, or here.
        System.setProperty("sqlite4java.library.path", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            URL[] jars = files.filter(f -> f.toString().endsWith(".jar"))
                    .sorted()
                    .map(DynamoDbLocal::url)
                    .toArray(URL[]::new);
            return new URLClassLoader("dynamodb-local", jars, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
