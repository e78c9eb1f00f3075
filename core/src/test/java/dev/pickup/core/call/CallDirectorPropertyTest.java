package dev.pickup.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.OfCaller;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any order, any repeats and any losses of what a carrier tells, mixed with what media tasks and rejections do.
class CallDirectorPropertyTest {
    private static final String TOKEN = "a".repeat(43);

    @Property(tries = 3000)
    void everyHistoryIsLegal(@ForAll("resolutions") Resolution resolution, @ForAll("histories") List<String> history) {
        Run run = new Run(resolution);
        history.forEach(run::step);
        assertThat(run.given).doesNotHaveDuplicates();
        assertThat(run.given.stream().filter("answer"::equals)).hasSizeLessThanOrEqualTo(1);
        assertThat(run.facts).doesNotHaveDuplicates();
    }

    @Property(tries = 1000)
    void everyHistoryThatIsToldTheEndEnds(
            @ForAll("resolutions") Resolution resolution, @ForAll("histories") List<String> history) {
        Run run = new Run(resolution);
        history.forEach(run::step);
        run.step("ended");
        assertThat(run.call).isNotNull();
        assertThat(run.call.state()).isEqualTo(CallState.ENDED);
        assertThat(run.call.closing().carrierEndedAt()).isPresent();
    }

    @Provide
    Arbitrary<Resolution> resolutions() {
        return Arbitraries.of(
                CallExamples.byAgent(),
                CallExamples.byAgent(Optional.of(CallExamples.FALLBACK)),
                CallExamples.refused(Refusal.BUSY, Optional.empty()),
                CallExamples.refused(Refusal.NO_AGENT, Optional.of(CallExamples.FALLBACK)));
    }

    @Provide
    Arbitrary<List<String>> histories() {
        return Arbitraries.of(
                        "offered",
                        "answered",
                        "ended",
                        "bridged",
                        "target-ended",
                        "speech-ended",
                        "stream-ended",
                        "stream-ended-unnamed",
                        "old-stream-ended",
                        "claimed",
                        "concluded",
                        "rejected",
                        "task-lost",
                        "overdue")
                .list()
                .ofMaxSize(25);
    }

    private static final class Run {
        private final Resolution resolution;
        private final List<String> given = new ArrayList<>();
        private final List<String> facts = new ArrayList<>();
        private final Set<CarrierCommand> pending = new HashSet<>();
        private Call call;

        Run(Resolution resolution) {
            this.resolution = resolution;
        }

        void step(String what) {
            switch (what) {
                case "offered" -> carrier(CallExamples.offered());
                case "answered" -> carrier(CallExamples.answered());
                case "ended" -> carrier(CallExamples.ended());
                case "bridged" -> carrier(CallExamples.bridged());
                case "target-ended" -> carrier(CallExamples.transferLegEnded());
                case "speech-ended" -> carrier(CallExamples.speechEnded());
                case "stream-ended" -> carrier(CallExamples.streamEnded(Optional.of(TOKEN)));
                case "stream-ended-unnamed" -> carrier(CallExamples.streamEnded(Optional.empty()));
                case "old-stream-ended" -> carrier(CallExamples.streamEnded(Optional.of("b".repeat(43))));
                default -> inside(what);
            }
        }

        private void inside(String what) {
            if (call == null) {
                return;
            }
            switch (what) {
                case "claimed" -> claim();
                case "concluded" -> call = call.with(call.stream().unwanted());
                case "rejected" ->
                    Set.copyOf(pending).forEach(c -> apply(CallDirector.rejected(call, c, Reason.OTHER)));
                case "task-lost" -> apply(CallDirector.taskLost(call, CallExamples.RANG.plusSeconds(15)));
                case "overdue" -> apply(CallDirector.overdue(call));
                default -> throw new IllegalArgumentException(what);
            }
        }

        private void carrier(CarrierEvent event) {
            if (call != null) {
                apply(CallDirector.next(call, event));
            } else if (event instanceof OfCaller first) {
                apply(CallDirector.first(resolution, first));
            }
        }

        private void claim() {
            if (call.state() == CallState.ANSWERED && call.stream().number() > 0) {
                call = CallLifecycle.advance(call, CallState.IN_PROGRESS);
                CallStream stream = call.stream();
                call = call.with(new CallStream(
                        stream.number(), stream.requestedAt(), Set.of(new StreamToken(TOKEN).hash()), stream.wanted()));
            }
        }

        private void apply(Transition next) {
            if (call != null && !call.isLive()) {
                assertThat(next.commands())
                        .as("an ended call gives no commands")
                        .isEmpty();
            }
            if (call != null && call.state() != next.call().state()) {
                assertThat(reachable(call.state(), next.call().state())).isTrue();
            }
            call = next.call();
            next.commands().forEach(c -> given.add(c.name()));
            pending.addAll(next.commands());
            next.events().forEach(e -> facts.add(e.eventId()));
        }

        private static boolean reachable(CallState from, CallState to) {
            return CallLifecycle.allows(from, to)
                    || (CallLifecycle.allows(from, CallState.ANSWERED) && CallLifecycle.allows(CallState.ANSWERED, to));
        }
    }
}
