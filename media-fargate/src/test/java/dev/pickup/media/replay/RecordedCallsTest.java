package dev.pickup.media.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls that were recorded: each goes the same way still. After a change that is meant to alter one, look at the diff
/// of `./pickup replay --file FILE` and keep it with `--accept`.
class RecordedCallsTest {
    static Stream<Path> calls() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(RecordedCallsTest.class.getResource("/calls"), "no calls")
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theRecordedCallGoesTheSameWayStill(Path file) throws IOException {
        List<RecordedSession> sessions = RecordedSession.of(CaseFile.read(Files.readString(file)));

        assertThat(sessions).isNotEmpty().allSatisfy(session -> {
            assertThat(session.whole()).isTrue();
            assertThat(session.steps()).isNotEmpty();
            assertThat(Replay.run(session)).isEmpty();
        });
    }
}
