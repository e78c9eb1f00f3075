package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.local.stream.JournalFiles;
import dev.pickup.media.replay.CaseFile;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Say;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A call that took place over real sockets, run again from its journal.
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {
    @TempDir
    private Path data;

    @Test
    void aCallThatTookPlaceGivesTheSameCommandsAgainAndAsACaseToo() {
        String callId;
        try (RunningProduct product = RunningProduct.scripted(data)) {
            JsonNode call = product.finalized(product.place(CallerScript.of(
                    new Say("What are your opening hours?"),
                    new InterruptAfter(Duration.ofMillis(1500), new Say("Sorry, can I come on Tuesday at three?")),
                    new Say("No thank you, that is all. Goodbye."))));
            callId = call.path("callId").asText();
        }

        RecordedSession session = RecordedSession.of(
                        JournalFiles.of(data.resolve("state").resolve("journal"), callId))
                .getFirst();

        assertThat(session.whole()).isTrue();
        assertThat(session.steps()).hasSizeGreaterThan(50);
        assertThat(Replay.run(session)).isEmpty();
        RecordedSession kept =
                RecordedSession.of(CaseFile.read(CaseFile.write(session))).getFirst();
        assertThat(Replay.run(kept)).isEmpty();
    }
}
