package dev.pickup.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shell functions behind `./pickup`, run by bash in an empty home.
class LauncherTest {
    private static final Instant BUILT_AT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path home;

    @Test
    void aJdk25IsFoundByItsReleaseFileAmongOthers() throws Exception {
        Path old = jdk("17", "17.0.15");
        Path runtimeOnly = jdk("25-jre", "25.0.3");
        Files.delete(runtimeOnly.resolve("bin/javac"));
        Path good = jdk("25", "25.0.3");

        Ran ran = bash("jdk_candidates() { printf '%s\\n' /nowhere '" + old + "' '" + runtimeOnly + "' '" + good
                + "'; }; use_jdk; echo $JAVA_HOME");

        assertThat(ran.output()).isEqualTo(good.toString());
    }

    @Test
    void withoutAJdk25OneSentenceSaysWhatToInstall() throws Exception {
        Ran ran = bash("jdk_candidates() { echo '" + jdk("26", "26.0.1") + "'; }; use_jdk; echo went on");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output())
                .startsWith("pickup: no JDK 25 was found: install one")
                .doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} is at least {1}: {2}")
    @CsvSource({"3.8, 3.8, true", "3.10, 3.8, true", "4.0, 3.8, true", "3.6, 3.8, false", "18.20, 20.0, false"})
    void versionsAreComparedByNumber(String version, String wanted, boolean enough) throws Exception {
        assertThat(bash("at_least " + version + " " + wanted).exitCode() == 0).isEqualTo(enough);
    }

    @Test
    void aBuildIsFreshUntilASourceChangesOrGoes() throws Exception {
        source("core/src/main/java/A.java");
        Path gone = source("core/src/main/java/B.java");
        source("core/src/test/java/ATest.java");
        source("dashboard/node_modules/x/index.js");
        builtNow();
        assertThat(fresh()).isTrue();

        touch(home.resolve("core/src/test/java/ATest.java"));
        touch(home.resolve("dashboard/node_modules/x/index.js"));
        assertThat(fresh())
                .as("neither tests nor fetched packages are in the product")
                .isTrue();

        Files.delete(gone);
        assertThat(fresh()).as("a source was deleted").isFalse();

        builtNow();
        touch(home.resolve("pom.xml"));
        assertThat(fresh()).as("the pom changed").isFalse();
    }

    @Test
    void theSummaryAddsUpReportsOfThisRunOnly() throws Exception {
        Path reports = Files.createDirectories(home.resolve("core/target/surefire-reports"));
        Path before = report(reports, "Old", "tests=\"90\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Files.setLastModifiedTime(before, FileTime.from(BUILT_AT.minusSeconds(60)));
        Path begun = Files.createFile(home.resolve("begun"));
        Files.setLastModifiedTime(begun, FileTime.from(BUILT_AT));
        report(reports, "A", "time=\"0.1\" tests=\"10\" errors=\"1\" skipped=\"2\" failures=\"3\"");
        report(reports, "B", "tests=\"5\" failures=\"0\" errors=\"0\" skipped=\"0\"");

        assertThat(bash("SECONDS=65; test_summary '" + begun + "'").output())
                .isEqualTo("9 passed, 4 failed, 2 skipped in 1 min 5 s");
    }

    @Test
    void mavensOutputIsBoiledDownToTheModuleThatIsBeingBuilt() throws Exception {
        Ran ran = bash("show_module '[INFO] Building Pickup: core 0.1.0-SNAPSHOT              [3/11]';"
                + "show_module '[INFO] Compiling 4 source files' || echo ignored");

        assertThat(ran.output()).isEqualTo("  [3/11] core\nignored");
    }

    @Test
    void aFailedBuildShowsItsReasonWithoutMavensAdvice() throws Exception {
        Path log = Files.writeString(home.resolve("log"), """
                [WARNING] /x/A.java:[1,2] [deprecation] old() is deprecated
                [ERROR] COMPILATION ERROR : warnings found and -Werror specified -> [Help 1]
                [ERROR] Re-run Maven using the -X switch to enable full debug logging.
                [ERROR] [Help 1] http://example.org
                [INFO] Pickup: functions .................................. SKIPPED
                """);

        assertThat(bash("show_errors '" + log + "' 2>&1").output()).isEqualTo("""
                        [WARNING] /x/A.java:[1,2] [deprecation] old() is deprecated
                        [ERROR] COMPILATION ERROR : warnings found and -Werror specified
                        Not reached because of this: functions.
                        The build failed; all of it is in %s.""".formatted(log));
    }

    @Test
    void helpNeedsNothingAtAllBeforeTheFirstBuild() throws Exception {
        Ran ran = bash("mkdir infra-local; cp -R '" + repository() + "/infra-local/launcher' infra-local; cp '"
                + repository() + "/pickup' .; PATH=/usr/bin:/bin JAVA_HOME= ./pickup help");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output()).contains("./pickup up", "./pickup call", "./pickup test");
    }

    private record Ran(int exitCode, String output) {}

    /// Runs `script` after the launcher's functions were read, with `home` as the folder of the product.
    private Ran bash(String script) throws IOException, InterruptedException {
        String prelude = """
                set -euo pipefail
                PICKUP_HOME='%s'
                say() { printf '%%s\\n' "$*"; }
                fail() { say "pickup: $*"; exit 1; }
                for part in jdk maven build models tests; do source '%s'/infra-local/launcher/$part.sh; done
                """.formatted(home, repository());
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = new ProcessBuilder("bash", "-c", prelude + script)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("bash ended").isTrue();
        return new Ran(process.exitValue(), Files.readString(output).stripTrailing());
    }

    private boolean fresh() throws Exception {
        return bash("SOURCES=(pom.xml core dashboard); is_fresh").exitCode() == 0;
    }

    private void builtNow() throws Exception {
        try (var all = Files.walk(home)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(BUILT_AT.minusSeconds(60)));
            }
        }
        Path target = Files.createDirectories(home.resolve("infra-local/target/pickup"));
        Path built = Files.writeString(target.resolve("built"), home.toString());
        Files.setLastModifiedTime(built, FileTime.from(BUILT_AT));
        Files.setLastModifiedTime(source("pom.xml"), FileTime.from(BUILT_AT.minusSeconds(60)));
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(BUILT_AT.plusSeconds(60)));
    }

    private Path source(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = home.resolve("jdks/" + name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.createFile(jdk.resolve("bin/javac")).toFile().setExecutable(true);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static Path report(Path folder, String name, String counts) throws IOException {
        return Files.writeString(
                folder.resolve("TEST-" + name + ".xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"" + name + "\" " + counts
                        + ">\n<testcase name=\"a\"/>\n</testsuite>\n");
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("pickup"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
