package dev.pickup.media.model.openai;

import static dev.pickup.media.model.openai.AskedModel.KEY;
import static dev.pickup.media.model.openai.AskedModel.chunk;
import static dev.pickup.media.model.openai.AskedModel.inPieces;
import static dev.pickup.media.model.openai.AskedModel.model;
import static dev.pickup.media.model.openai.AskedModel.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Endpoints that refuse, break off, hang or are not there.
class OpenAiTroubleIT {
    @AutoClose
    private final AskedModel asked = new AskedModel();

    @ParameterizedTest(name = "HTTP {0}: {1}")
    @CsvSource({"401,MODEL_API_KEY", "403,MODEL_API_KEY", "404,MODEL_NAME", "400,MODEL_NAME"})
    void refusalsSayWhatToSet(int status, String setting) {
        assertThatThrownBy(() -> asked.reply(out -> out.write(
                        ("HTTP/1.1 " + status + " No\r\nContent-Length: 26\r\n\r\n{\"error\":\"" + KEY + "\"}")
                                .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ModelRejectedException.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {429, 500, 503})
    void overloadIsWorthRepeating(int status) {
        assertThatThrownBy(() -> asked.reply(out -> out.write(
                        ("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("HTTP " + status);
    }

    @Test
    void anErrorInTheMiddleKeepsWhatCameBefore() {
        assertThatThrownBy(() -> asked.reply(
                        inPieces(chunk("{\"content\":\"Hel\"}") + "data: {\"error\":{\"message\":\"x\"}}\n\n", 9)))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("broke off");
        assertThat(asked.text()).isEqualTo("Hel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n",
                "data: {\"cho",
                "data: not json\n\n"
            })
    void anAnswerThatEndsOrIsGarbledIsWorthRepeating(String stream) {
        assertThatThrownBy(() -> asked.reply(inPieces(stream, 100))).isInstanceOf(ModelUnavailableException.class);
        assertThat(asked.events).noneMatch(Event.Completed.class::isInstance);
    }

    @Test
    void patienceEndsBeforeTheFirstTokenAndBetweenTokens() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> asked.reply(_ -> never.await()))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("in time");
        assertThatThrownBy(() -> asked.reply(out -> {
                    out.write((ScriptedEndpoint.SSE + chunk("{\"content\":\"Hel\"}")).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    never.await();
                }))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("silent");
        never.countDown();
    }

    @Test
    void anInterruptClosesTheConnectionAtOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        asked.answers(out -> {
            out.write((ScriptedEndpoint.SSE + chunk("{\"content\":\"Hel\"}")).getBytes(StandardCharsets.UTF_8));
            out.flush();
            never.await();
        });
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        OpenAiCompatibleModel model = model(asked.endpoint().baseUrl(), ModelTimeouts.USUAL);
        Thread reply = Thread.ofVirtual().start(() -> {
            try {
                model.reply(request(), _ -> begun.countDown());
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        reply.interrupt();

        assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(asked.endpoint().clientLeft.await(2, TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaidSo() throws Exception {
        asked.answers(_ -> {});
        URI gone = asked.endpoint().baseUrl();
        asked.endpoint().close();

        assertThatThrownBy(() -> model(gone, ModelTimeouts.USUAL).reply(request(), asked.events::add))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("MODEL_BASE_URL");
    }

    @Test
    void aMalformedKeyIsRefusedWithoutShowingIt() throws Exception {
        asked.answers(_ -> {});
        assertThatThrownBy(() ->
                        new OpenAiCompatibleModel(asked.endpoint().baseUrl(), KEY + "\n", "m", ModelTimeouts.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MODEL_API_KEY")
                .hasMessageNotContaining(KEY);
    }
}
