package dev.pickup.simulators.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;

/// A certificate of `localhost` that nobody trusts who was not given its trust store: new each time, made by the JDK's
/// `keytool`, good for two days. Any thread; close it after the services, and its files are gone.
public final class ServerCertificate implements AutoCloseable {
    /// The name that it is made out to.
    public static final String HOST = "localhost";

    /// Of files that only this machine's user sees and that guard nothing.
    private static final String PASSWORD = "simulated";

    private static final String ALIAS = "service";
    private static final long LONGEST_MAKING_SECONDS = 60;

    private final Path folder;
    private final Path keys;
    private final Path trustStore;

    private ServerCertificate(Path folder) throws IOException {
        this.folder = folder;
        this.keys = folder.resolve("keys.p12");
        this.trustStore = folder.resolve("trust.p12");
        makeKeys();
        makeTrustStore();
    }

    /// Takes a second or two.
    public static ServerCertificate make() {
        try {
            return new ServerCertificate(Files.createTempDirectory("pickup-certificate"));
        } catch (IOException e) {
            throw new UncheckedIOException("No certificate for the simulated services.", e);
        }
    }

    /// For the server's side.
    public KeyManagerFactory keys() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(keys), PASSWORD.toCharArray());
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificate that was just made can be read.", e);
        }
    }

    /// System properties with which a JVM trusts this certificate and no other, by name.
    public Map<String, String> trusting() {
        return Map.of("javax.net.ssl.trustStore", trustStore.toString(), "javax.net.ssl.trustStorePassword", PASSWORD);
    }

    /// The same as flags of a JVM.
    public List<String> trustingFlags() {
        return trusting().entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(keys);
            Files.deleteIfExists(trustStore);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate's files cannot be deleted.", e);
        }
    }

    private void makeKeys() throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048", // as Amazon's
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST + ",ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_MAKING_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool made no certificate: "
                        + Files.readString(folder.resolve("keytool.log"), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("Nobody waits for the certificate any more.", e);
        }
        Files.delete(folder.resolve("keytool.log"));
    }

    private void makeTrustStore() throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, load(keys).getCertificate(ALIAS));
            try (OutputStream out = Files.newOutputStream(trustStore)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("No trust store for the certificate.", e);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
