package dev.pickup.core.call;

import static dev.pickup.core.call.CallExamples.CALLED;
import static dev.pickup.core.call.CallExamples.FALLBACK;
import static dev.pickup.core.call.CallExamples.RANG;
import static dev.pickup.core.call.CallExamples.answered;
import static dev.pickup.core.call.CallExamples.bridged;
import static dev.pickup.core.call.CallExamples.byAgent;
import static dev.pickup.core.call.CallExamples.ended;
import static dev.pickup.core.call.CallExamples.offered;
import static dev.pickup.core.call.CallExamples.refused;
import static dev.pickup.core.call.CallExamples.speechEnded;
import static dev.pickup.core.call.CallExamples.streamEnded;
import static dev.pickup.core.call.CallExamples.transferLegEnded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierCommand.StartStream;
import dev.pickup.core.carrier.CarrierCommand.Transfer;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.events.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallDirectorTest {
    private static final String TOKEN = "a".repeat(43);
    private static final Optional<String> OLD = Optional.of("b".repeat(43));

    /// The table of what happens: who takes the call, what the carrier tells in this order, then the state, all
    /// commands and all events.
    static Stream<Arguments> stories() {
        Resolution agent = byAgent();
        Resolution busy = refused(Refusal.BUSY, Optional.empty());
        Resolution away = refused(Refusal.NO_AGENT, Optional.of(FALLBACK));
        return Stream.of(
                story("it rings", agent, "RINGING", "answer", "call.started", offered()),
                story(
                        "an agent takes it",
                        agent,
                        "ANSWERED",
                        "answer start-stream-1",
                        "call.started call.answered",
                        offered(),
                        answered()),
                story(
                        "every event twice",
                        agent,
                        "ENDED",
                        "answer start-stream-1",
                        "call.started call.answered call.ended",
                        offered(),
                        offered(),
                        answered(),
                        answered(),
                        ended(),
                        ended()),
                story(
                        "the end overtakes the answer",
                        agent,
                        "ENDED",
                        "answer",
                        "call.started call.ended call.answered",
                        offered(),
                        ended(),
                        answered()),
                story(
                        "the end overtakes everything",
                        agent,
                        "ENDED",
                        "",
                        "call.started call.ended call.answered",
                        ended(),
                        answered(),
                        offered()),
                story(
                        "the offer is lost",
                        agent,
                        "ANSWERED",
                        "start-stream-1",
                        "call.started call.answered",
                        answered()),
                story(
                        "busy: a sentence and the end",
                        busy,
                        "ANSWERED",
                        "answer speak hang-up",
                        "call.answered",
                        offered(),
                        answered(),
                        speechEnded()),
                story(
                        "nobody there, and a fallback that answers",
                        away,
                        "TRANSFERRED",
                        "answer transfer",
                        "call.answered",
                        offered(),
                        answered(),
                        bridged(),
                        bridged()),
                story(
                        "nobody there, and a fallback that does not answer",
                        away,
                        "IN_PROGRESS",
                        "answer transfer speak hang-up",
                        "call.answered",
                        offered(),
                        answered(),
                        transferLegEnded(),
                        speechEnded()),
                story(
                        "the target hangs up after it was connected",
                        away,
                        "TRANSFERRED",
                        "answer transfer",
                        "call.answered",
                        offered(),
                        answered(),
                        bridged(),
                        transferLegEnded()),
                story(
                        "speech that is not ours",
                        agent,
                        "ANSWERED",
                        "answer start-stream-1",
                        "call.started call.answered",
                        offered(),
                        answered(),
                        speechEnded()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void tellsTheStory(
            String name, Resolution resolution, String state, String commands, String events, List<CarrierEvent> told) {
        Story story = new Story(resolution);
        told.forEach(story::tell);
        assertThat(story.call().state()).isEqualTo(CallState.valueOf(state));
        assertThat(String.join(" ", story.commands)).isEqualTo(commands);
        assertThat(String.join(" ", story.events)).isEqualTo(events);
    }

    @Test
    void keepsTheTimesTheCarrierTold() {
        Story story = new Story(byAgent());
        List.of(offered(), ended(), answered()).forEach(story::tell);
        assertThat(story.call().startedAt()).isEqualTo(RANG);
        assertThat(story.call().called()).isEqualTo(CALLED);
        assertThat(story.call().duration()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aLostStreamIsReplacedUntilTheLimitAndThenTheCallerIsPutThrough() {
        Story story = talking(byAgent(Optional.of(FALLBACK)));
        for (int number = 1; number < CallDirector.MAX_STREAMS; number++) {
            story.sent(TOKEN).tell(streamEnded(Optional.of(TOKEN)));
            assertThat(story.commands).endsWith("start-stream-" + (number + 1));
        }
        story.sent(TOKEN).tell(streamEnded(Optional.of(TOKEN)));
        assertThat(story.commands).endsWith("transfer");
        assertThat(story.call().state()).isEqualTo(CallState.TRANSFERRING);
    }

    @Test
    void theEndOfAnotherStreamChangesNothing() {
        Story story = talking(byAgent()).sent(TOKEN);
        assertThat(story.next(streamEnded(OLD)).changed()).isFalse();
        story.tell(streamEnded(Optional.of(TOKEN)));
        assertThat(story.next(streamEnded(Optional.of(TOKEN))).changed())
                .as("the next one is on its way already")
                .isFalse();
    }

    @Test
    void noStreamFollowsAConversationThatIsOver() {
        Story story = talking(byAgent()).sent(TOKEN);
        story.call = story.call().with(story.call().stream().unwanted());
        assertThat(story.next(streamEnded(Optional.of(TOKEN))).changed()).isFalse();
    }

    @Test
    void theMediaTasksTransferThatFailsEndsInASentence() {
        Story story = talking(byAgent()).sent(TOKEN);
        story.call = story.call().with(story.call().stream().unwanted());
        story.tell(transferLegEnded()).tell(speechEnded());
        assertThat(story.commands).containsExactly("answer", "start-stream-1", "speak", "hang-up");
    }

    @ParameterizedTest(name = "{0} rejected with {1} gives {2}")
    @MethodSource("rejections")
    void findsAnotherWayWhenACommandIsRejected(CarrierCommand command, Reason reason, String followedBy) {
        Story story = talking(byAgent(Optional.of(FALLBACK)));
        Transition next = CallDirector.rejected(story.call(), command, reason);
        assertThat(names(next)).isEqualTo(followedBy);
    }

    static Stream<Arguments> rejections() {
        CarrierCommand speak = new CarrierCommand.Speak("Goodbye.", "en-US");
        return Stream.of(
                Arguments.of(new StartStream(1), Reason.OTHER, "transfer"),
                Arguments.of(new StartStream(1), Reason.STREAM_IN_USE, ""),
                Arguments.of(new StartStream(1), Reason.LEG_GONE, ""),
                Arguments.of(new Transfer(FALLBACK), Reason.LEG_GONE, ""),
                Arguments.of(speak, Reason.OTHER, "hang-up"),
                Arguments.of(new CarrierCommand.HangUp(), Reason.OTHER, ""),
                Arguments.of(new CarrierCommand.Answer(), Reason.NOT_ALLOWED, ""));
    }

    @Test
    void aRejectedTransferEndsInASentence() {
        Story story = new Story(refused(Refusal.BUSY, Optional.of(FALLBACK)));
        story.tell(offered()).tell(answered());
        Transition next = CallDirector.rejected(story.call(), new Transfer(FALLBACK), Reason.OTHER);
        assertThat(names(next)).isEqualTo("speak");
        assertThat(next.call().state()).isEqualTo(CallState.IN_PROGRESS);
    }

    @Test
    void aCallThatIsOverGivesNoCommandWhateverIsRejected() {
        Story story = talking(byAgent(Optional.of(FALLBACK))).tell(ended());
        Transition next = CallDirector.rejected(story.call(), new StartStream(1), Reason.OTHER);
        assertThat(next.changed()).isFalse();
    }

    private static Story talking(Resolution resolution) {
        return new Story(resolution).tell(offered()).tell(answered());
    }

    private static String names(Transition next) {
        return String.join(
                " ", next.commands().stream().map(CarrierCommand::name).toList());
    }

    private static Arguments story(
            String name, Resolution resolution, String state, String commands, String events, CarrierEvent... told) {
        return Arguments.of(name, resolution, state, commands, events, List.of(told));
    }

    /// A call as the store would keep it: every transition that changes something becomes the present.
    private static final class Story {
        private final Resolution resolution;
        private final List<String> commands = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private Call call;

        Story(Resolution resolution) {
            this.resolution = resolution;
        }

        Call call() {
            return call;
        }

        Transition next(CarrierEvent event) {
            return call == null
                    ? CallDirector.first(resolution, (CarrierEvent.OfCaller) event)
                    : CallDirector.next(call, event);
        }

        Story tell(CarrierEvent event) {
            Transition next = next(event);
            call = next.call();
            next.commands().stream().map(CarrierCommand::name).forEach(commands::add);
            next.events().stream().map(DomainEvent::name).forEach(events::add);
            return this;
        }

        Story sent(String token) {
            CallStream stream = call.stream();
            call = call.with(new CallStream(
                    stream.number(), stream.requestedAt(), Set.of(new StreamToken(token).hash()), stream.wanted()));
            return this;
        }
    }
}
