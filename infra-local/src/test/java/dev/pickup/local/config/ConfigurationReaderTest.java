package dev.pickup.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.media.EnginesChoice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    private static final String PUBLIC_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path home;

    @Test
    void nothingSetMeansTheDefaults() {
        Configuration configuration = read(Map.of("PATH", "/bin"));

        assertThat(configuration.dataFolder()).isEqualTo(home.resolve(".local/share/pickup"));
        assertThat(configuration.engines()).isEqualTo(EnginesChoice.OFFLINE);
        assertThat(configuration.publicBaseUrl()).isEmpty();
        assertThat(configuration.telnyx()).isEmpty();
        assertThat(configuration.model()).isEmpty();
        assertThat(configuration.lines()).extracting(Configuration.Line::origin).containsOnly("default");
    }

    @Test
    void theDataFolderIsTheOptionThenTheVariableThenTheUsersDataFolder() {
        Map<String, String> both = Map.of("PICKUP_DATA", "/var/pickup", "XDG_DATA_HOME", "/xdg");

        assertThat(ConfigurationReader.read(both, Optional.of(Path.of("/given")), home)
                        .dataFolder())
                .isEqualTo(Path.of("/given"));
        assertThat(read(both).dataFolder()).isEqualTo(Path.of("/var/pickup"));
        assertThat(read(Map.of("XDG_DATA_HOME", "/xdg")).dataFolder()).isEqualTo(Path.of("/xdg/pickup"));
        assertThat(read(Map.of("XDG_DATA_HOME", "relative")).dataFolder())
                .isEqualTo(home.resolve(".local/share/pickup"));
    }

    @Test
    void enginesOfTheCommandLineWinOverTheEnvironmentAndSayWhereTheyCameFrom() {
        Configuration configuration = ConfigurationReader.read(
                Map.of("PICKUP_ENGINES", "scripted"), Optional.empty(), Optional.of("aws"), home);

        assertThat(configuration.engines()).isEqualTo(EnginesChoice.AWS);
        assertThat(configuration.lines()).anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("PICKUP_ENGINES");
            assertThat(line.origin()).isEqualTo("--engines");
        });
    }

    @Test
    void theEnvironmentWinsOverTheFileAndEachLineSaysWhereItCameFrom() throws IOException {
        Path file = writeFile("# ours\nPICKUP_ENGINES: scripted\nPUBLIC_BASE_URL: https://file.example.com\n");

        Configuration configuration = read(Map.of("PUBLIC_BASE_URL", "https://variable.example.com"));

        assertThat(configuration.publicBaseUrl()).contains(URI.create("https://variable.example.com"));
        assertThat(configuration.engines()).isEqualTo(EnginesChoice.SCRIPTED);
        assertThat(configuration.lines())
                .anySatisfy(line -> {
                    assertThat(line.name()).isEqualTo("PICKUP_ENGINES");
                    assertThat(line.value()).isEqualTo("scripted");
                    assertThat(line.origin()).isEqualTo(file + ", line 2");
                })
                .anySatisfy(line -> {
                    assertThat(line.name()).isEqualTo("PUBLIC_BASE_URL");
                    assertThat(line.origin()).isEqualTo("environment");
                });
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertThat(read(Map.of("PUBLIC_BASE_URL", "")).publicBaseUrl()).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldInOneMessage() throws IOException {
        Path file = writeFile("MODEL_NAME: [a, b]\nPICKUP_ENGINE: offline\nPICKUP_DATA: /elsewhere\n");
        Map<String, String> environment = Map.of(
                "PUBLIC_BASE_URL", "voice.example.com",
                "TELNYX_PUBLIC_KEY", "short",
                "PICKUP_ENGINES", "loud",
                "PICKUP_COLOUR", "green");

        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(WrongSettingsException.class)
                .hasMessageContaining("PUBLIC_BASE_URL (environment) must be a web address such as https://")
                .hasMessageContaining("TELNYX_PUBLIC_KEY (environment) must be the account's public key")
                .hasMessageContaining("PICKUP_ENGINES (environment) is not understood: ")
                .hasMessageContaining("PICKUP_COLOUR (environment) is not a setting of Pickup: remove it")
                .hasMessageContaining(file + ", line 1 must be a setting and its value")
                .hasMessageContaining(
                        "PICKUP_ENGINE (" + file + ", line 2) is not a setting of Pickup: did you mean PICKUP_ENGINES?")
                .hasMessageContaining("PICKUP_DATA cannot be set in " + file + ", line 3");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() throws IOException {
        writeFile("PICKUP_ENGINES: offline\nMODEL_NAME: \"open\n");

        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("pickup.yaml, line 3 is not YAML");
    }

    @Test
    void settingsThatNeedEachOtherAreAskedForTogether() {
        assertThatThrownBy(() -> read(Map.of("TELNYX_API_KEY", "KEY0123456789")))
                .hasMessage("TELNYX_API_KEY needs TELNYX_API_BASE beside it: set both, or neither.");
        assertThatThrownBy(() -> read(Map.of("PICKUP_ENGINES", "model=openai")))
                .hasMessageContaining("needs MODEL_BASE_URL");
        assertThatThrownBy(() -> read(Map.of("MODEL_BASE_URL", "http://localhost:11434/v1")))
                .hasMessageContaining("needs MODEL_NAME");
    }

    @Test
    void aCarrierOnTheInternetCannotReachLocalhost() {
        Map<String, String> environment = Map.of(
                "TELNYX_API_BASE", "https://api.telnyx.com/v2",
                "TELNYX_API_KEY", "KEY0123456789",
                "TELNYX_PUBLIC_KEY", PUBLIC_KEY,
                "PUBLIC_BASE_URL", "http://localhost:8080");

        assertThatThrownBy(() -> read(environment)).hasMessageContaining("PUBLIC_BASE_URL must be too");
    }

    @Test
    void aStandInOnThisMachineNeedsNoTunnel() {
        Configuration configuration = read(Map.of(
                "TELNYX_API_BASE", "http://127.0.0.1:9000/v2",
                "TELNYX_API_KEY", "KEY0123456789",
                "TELNYX_PUBLIC_KEY", PUBLIC_KEY));

        assertThat(configuration.telnyx())
                .hasValueSatisfying(access -> assertThat(access.apiKey()).isEqualTo("KEY0123456789"));
    }

    @Test
    void secretsAreMasked() {
        Configuration configuration = read(Map.of(
                "MODEL_BASE_URL",
                "http://localhost:11434/v1",
                "MODEL_NAME",
                "small",
                "MODEL_API_KEY",
                "sk-12345678wxyz"));

        assertThat(configuration.lines()).anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("MODEL_API_KEY");
            assertThat(line.value()).isEqualTo("****wxyz");
        });
        assertThat(configuration.toString()).doesNotContain("sk-12345678wxyz");
        assertThat(configuration.model().toString()).doesNotContain("sk-12345678wxyz");
    }

    private Configuration read(Map<String, String> environment) {
        return ConfigurationReader.read(environment, Optional.empty(), home);
    }

    private Path writeFile(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".local/share/pickup"));
        return Files.writeString(folder.resolve("pickup.yaml"), text);
    }
}
