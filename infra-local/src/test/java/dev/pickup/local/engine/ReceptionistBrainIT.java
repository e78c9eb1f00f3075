package dev.pickup.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import dev.pickup.simulators.bedrock.BedrockTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole way: our request, Bedrock's wire, the receptionist behind it, and back.
class ReceptionistBrainIT {
    private final SimulatedBedrock bedrock = new SimulatedBedrock(new ReceptionistBrain(), BedrockTerms.immediate());
    private final List<Event> events = new ArrayList<>();
    private Optional<String> answerIn = Optional.empty();

    @AfterEach
    void stop() {
        bedrock.close();
    }

    @Test
    void hoursAndFactsOfTheBusinessArriveThere() {
        reply(new Message.Caller("What are your opening hours on Monday?"));
        assertThat(text()).contains("nine").contains("five");
        reply(new Message.Caller("Is there parking?"));
        assertThat(text()).contains("behind the house");
    }

    @Test
    void toolsAreAskedForAndTheirResultsUnderstood() {
        reply(new Message.Caller("Leave a message, tell them that my tooth hurts, my name is John Smith"));
        assertThat(events)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(Event.ToolRequested.class, request -> {
                    assertThat(request.name()).isEqualTo("take_message");
                    assertThat(request.arguments()).containsEntry("name", "John Smith");
                }));
    }

    @Test
    void theLanguageOfTheCallerArrivesThereAndIsNotFeigned() {
        answerIn = Optional.of("es-US");
        reply(new Message.Caller("Is there parking?"));

        assertThat(text()).startsWith("I'm sorry, I only speak English.").contains("behind the house");
    }

    private void reply(Message... messages) {
        events.clear();
        AgentBrief brief = new AgentBrief(
                "Be brief.",
                "the clinic",
                Map.of("parking", "behind the house"),
                List.of("Monday 09:00-17:00", "Tuesday closed"),
                "en-US",
                "");
        ToolDefinition tool =
                new ToolDefinition("take_message", "Takes a message", "{\"type\":\"object\",\"properties\":{}}");
        LanguageModel model = bedrock.model();
        model.reply(
                new Request(brief, List.of(messages), List.of(tool), 0, "2026-11-26T10:00:00-05:00", answerIn),
                events::add);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event instanceof Event.Token(String piece) ? piece : ""));
        return text.toString();
    }
}
