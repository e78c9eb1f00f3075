package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.call.StreamToken;
import dev.pickup.media.MediaSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sockets that are not let in, and those that are thrown out: each alone.
class MediaRefusalIT {
    @TempDir
    private Path folder;

    @AutoClose
    private ServedTask served;

    @BeforeEach
    void start() throws Exception {
        served = new ServedTask(ServedTask.settings(), folder);
    }

    @Test
    void socketsWithoutTheRightSecretsAreRefused() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        String auth = offer.authToken();

        ServedTask.assertRefused(403, () -> WireCaller.connect(served.port(), "x", auth, "c"));
        ServedTask.assertRefused(
                403,
                () -> WireCaller.connect(
                        served.port(), StreamToken.next(new SecureRandom()).value(), auth, "c"));
        ServedTask.assertRefused(
                403, () -> WireCaller.connect(served.port(), offer.token().value(), auth + "0", "c"));
        assertThat(served.task.counters().of("sockets-refused-token")).isEqualTo(2);
        assertThat(served.task.counters().of("sockets-refused-auth")).isEqualTo(1);

        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitAudible();
            ServedTask.assertRefused(
                    403, () -> WireCaller.connect(served.port(), offer.token().value(), auth, offer.controlId()));
        }
        assertThat(served.task.counters().of("sockets-refused-token")).isEqualTo(3);
    }

    @Test
    void theFirstFrameMayHoldTheSecretInsteadOfTheHeader() throws Exception {
        FakeClaims.Offer right = served.claims.offer();
        try (WireCaller caller = WireCaller.connect(served.port(), right.token().value(), null, right.controlId())) {
            caller.start("{\"event\":\"connected\",\"connected\":{\"x-telnyx-streaming-auth-token\":\""
                    + right.authToken() + "\"}}");
            caller.awaitAudible();
        }
        FakeClaims.Offer wrong = served.claims.offer();
        try (WireCaller caller = WireCaller.connect(served.port(), wrong.token().value(), null, wrong.controlId())) {
            caller.send("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
            assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
        FakeClaims.Offer other = served.claims.offer();
        try (WireCaller caller =
                WireCaller.connect(served.port(), other.token().value(), other.authToken(), "v3:another-call")) {
            caller.start("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
            assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
        assertThat(served.task.counters().of("claims-wrong-call")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> served.task.calls() == 0);
    }

    @Test
    void garbageEndsItsOwnCallOnly() throws Exception {
        FakeClaims.Offer good = served.claims.offer();
        try (WireCaller bystander = WireCaller.call(served.port(), good)) {
            try (WireCaller caller = WireCaller.call(served.port(), served.claims.offer())) {
                caller.awaitAudible();
                assertThatThrownBy(() -> caller.send("x".repeat(10_000_000)));
                caller.closed.get(20, TimeUnit.SECONDS);
            } catch (CompletionException alreadyGone) {
                // the socket was closed under the sender, which is what is wanted
            }
            try (WireCaller caller = WireCaller.call(served.port(), served.claims.offer())) {
                caller.awaitAudible();
                caller.send("not json");
                assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1007);
            }
            try (WireCaller caller = WireCaller.call(served.port(), served.claims.offer())) {
                caller.awaitAudible();
                caller.sendBinary(new byte[100]);
                assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1003);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> served.task.calls() == 1);
            assertThat(served.task.counters().of("sockets-oversize")).isEqualTo(1);
            assertThat(served.task.counters().of("sockets-garbage")).isEqualTo(1);
            assertThat(served.task.counters().of("sockets-binary")).isEqualTo(1);

            bystander.awaitTurn("this is the clinic.", 1);
            bystander.say(served.speech, "are you there");
            bystander.awaitTurn("You said are you there. That is all I know.", 1);
            assertThat(bystander.heardWords()).contains("You said are you there.");
        }
    }

    @Test
    void aSocketThatSendsNothingIsClosed() throws Exception {
        MediaSettings strict = ServedTask.settings().withSilentSocket(Duration.ofMillis(500));
        try (ServedTask served = new ServedTask(strict, folder)) {
            FakeClaims.Offer offer = served.claims.offer();
            try (WireCaller caller =
                    WireCaller.connect(served.port(), offer.token().value(), offer.authToken(), offer.controlId())) {
                assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            }
            assertThat(served.task.counters().of("sockets-silent")).isEqualTo(1);
            await().atMost(Duration.ofSeconds(20)).until(() -> served.task.calls() == 0);
        }
    }
}
