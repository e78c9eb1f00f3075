package dev.pickup.media.model.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.StopReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfflineReceptionistTest {
    private static final List<Message> PARKING = List.of(new Message.Caller("Do you have parking?"));

    @Test
    void isLabelledForWhatItIs() {
        assertThat(new OfflineReceptionist(Duration.ZERO).name()).isEqualTo("offline/receptionist (rule-based)");
    }

    @Test
    void tellsACallerOfAnotherLanguageOnceThatItSpeaksEnglishOnly() {
        Request first = Clinic.request(PARKING);
        String answer = text(inSpanish(first.messages()));
        List<Message> later = List.of(PARKING.getFirst(), new Message.Agent(answer), PARKING.getFirst());

        assertThat(answer).startsWith("I'm sorry, I only speak English. ").contains("parking");
        assertThat(text(inSpanish(later))).doesNotContain("I only speak English");
        assertThat(text(first)).doesNotContain("I only speak English");
    }

    private static Request inSpanish(List<Message> messages) {
        Request request = Clinic.request(messages);
        return new Request(request.agent(), messages, request.tools(), 0, request.now(), Optional.of("es-US"));
    }

    private static String text(Request request) {
        List<Event> events = new ArrayList<>();
        new OfflineReceptionist(Duration.ZERO).reply(request, events::add);
        return events.stream()
                .filter(Event.Token.class::isInstance)
                .map(event -> ((Event.Token) event).text())
                .collect(Collectors.joining());
    }

    @Test
    void streamsWordByWord() {
        List<Event> events = new ArrayList<>();
        new OfflineReceptionist(Duration.ZERO).reply(Clinic.request(PARKING), events::add);

        String text = events.stream()
                .filter(Event.Token.class::isInstance)
                .map(event -> ((Event.Token) event).text())
                .collect(Collectors.joining());
        assertThat(text).isEqualTo("For parking, there is free parking behind the building, entrance on Maple Lane.");
        assertThat(events).hasSize(14).last().isInstanceOf(Event.Completed.class);
    }

    @Test
    void asksForToolsAfterItsWords() {
        List<Event> events = new ArrayList<>();
        new OfflineReceptionist(Duration.ZERO)
                .reply(Clinic.request(List.of(new Message.Caller("Can I come tomorrow at ten?"))), events::add);

        assertThat(events.get(events.size() - 2)).isInstanceOfSatisfying(Event.ToolRequested.class, tool -> {
            assertThat(tool.name()).isEqualTo("check_availability");
            assertThat(tool.arguments()).containsEntry("time", "10:00");
        });
        assertThat(((Event.Completed) events.getLast()).reason()).isEqualTo(StopReason.TOOLS_REQUESTED);
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Long> stoppedAfterMs = new CompletableFuture<>();
        Thread reply = Thread.ofVirtual().start(() -> {
            long at = 0;
            try {
                new OfflineReceptionist(Duration.ofMillis(20)).reply(Clinic.request(PARKING), _ -> begun.countDown());
            } catch (CancellationException _) {
                at = System.nanoTime();
            }
            stoppedAfterMs.complete(at);
        });
        begun.await();
        long interrupted = System.nanoTime();
        reply.interrupt();

        assertThat(stoppedAfterMs.get(5, TimeUnit.SECONDS) - interrupted).isBetween(0L, 1_000_000_000L);
    }
}
