package dev.pickup.media.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.replying.LanguageModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FailoverLanguageModelTest {
    private static final Patience QUICK = new Patience(Duration.ofMillis(50), 1, Duration.ofMillis(150));
    private static final Patience PATIENT = new Patience(Duration.ZERO, 0, Duration.ofMinutes(1));
    private static final Patience NO_HEDGE = new Patience(Duration.ZERO, 0, Duration.ofMillis(100));

    private final List<LanguageModel.Event> events = new CopyOnWriteArrayList<>();

    @Test
    void theWantedOneServesWhileItWorks() {
        Scripted first = new Scripted("first", Scripted.says("hello"));
        Scripted second = new Scripted("second", Scripted.says("no"));
        reply(PATIENT, first, second);
        assertThat(said()).isEqualTo("hello");
        assertThat(events.getFirst()).isEqualTo(new LanguageModel.Event.ServedBy("first"));
        assertThat(second.asked).hasValue(0);
    }

    @Test
    void oneThatFailsBeforeItsFirstWordIsReplacedWithinTheReply() {
        Scripted first = new Scripted("first", Scripted::fails);
        Scripted second = new Scripted("second", Scripted.says("hello"));
        FailoverLanguageModel model = model(PATIENT, first, second);
        model.reply(request(), events::add);
        model.reply(request(), events::add);
        assertThat(events)
                .filteredOn(new LanguageModel.Event.ServedBy("second")::equals)
                .hasSize(2);
        assertThat(first.asked).as("its breaker is open").hasValue(1);
    }

    @Test
    void oneThatIsSilentForTooLongIsReplacedAndToldToStop() {
        Scripted first = new Scripted("first", Scripted::silent);
        Scripted second = new Scripted("second", Scripted.says("hello"));
        reply(NO_HEDGE, first, second);
        assertThat(said()).isEqualTo("hello");
        await().atMost(Duration.ofSeconds(10)).until(() -> first.cancelled.get() == 1);
    }

    @Test
    void wordsThatWereSpokenAreNotSpokenAgainByAnother() {
        Scripted first = new Scripted("first", events -> {
            events.accept(new LanguageModel.Event.Token("half a "));
            throw new LanguageModel.ModelUnavailableException("broke");
        });
        Scripted second = new Scripted("second", Scripted.says("hello"));
        FailoverLanguageModel model = model(PATIENT, first, second);
        assertThatThrownBy(() -> model.reply(request(), events::add)).hasMessage("broke");
        assertThat(second.asked).hasValue(0);
        model.reply(request(), events::add);
        assertThat(said()).as("the conversation's next try meets the other one").isEqualTo("half a hello");
    }

    @Test
    void whenNobodyWorksTheLastFaultIsTold() {
        assertThatThrownBy(() ->
                        reply(PATIENT, new Scripted("first", Scripted::fails), new Scripted("second", Scripted::fails)))
                .isInstanceOf(LanguageModel.ModelUnavailableException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aLateFirstWordMakesASecondRequestAndTheFirstAnswerWins() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger turn = new AtomicInteger();
        Scripted only = new Scripted("only", events -> {
            if (turn.getAndIncrement() == 0) {
                Scripted.block(never);
            }
            Scripted.says("hello").accept(events);
        });
        reply(QUICK, only);
        assertThat(said()).isEqualTo("hello");
        assertThat(only.asked).hasValue(2);
        await().atMost(Duration.ofSeconds(10)).until(() -> only.cancelled.get() == 1);
    }

    @Test
    void aModelWhoseFirstWordsAreKnownToBeQuickIsHedgedSooner() {
        Patience longest = new Patience(Duration.ofMinutes(10), 1, Duration.ofMinutes(20));
        Scripted only = new Scripted("only", events -> Scripted.says("hello").accept(events));
        FailoverLanguageModel model = model(longest, only);
        for (int i = 0; i < 30; i++) {
            model.reply(request(), events::add);
        }
        events.clear();
        only.next(Scripted::silent);

        model.reply(request(), events::add);

        assertThat(said()).isEqualTo("hello");
        assertThat(only.asked)
                .as("thirty, one that says nothing, and its hedge")
                .hasValue(32);
    }

    @Test
    void oneThatIsSilentThoughNobodyElseIsThereIsAskedOnceMoreWithoutABudget() {
        Scripted only = new Scripted("only", Scripted.says("hello"));
        only.next(Scripted::silent);
        reply(NO_HEDGE, only);

        assertThat(said()).isEqualTo("hello");
        assertThat(only.asked.get()).as("twice more: the quicker of two").isBetween(2, 3);
        await().atMost(Duration.ofSeconds(10)).until(() -> only.cancelled.get() >= 1);
    }

    @Test
    void oneThatIsSilentWhileAnotherOneAnswersIsNotAskedNext() {
        Scripted first = new Scripted("first", Scripted::silent);
        Scripted second = new Scripted("second", Scripted.says("hello"));
        FailoverLanguageModel model = model(new Patience(Duration.ZERO, 0, Duration.ofMillis(500)), first, second);
        model.reply(request(), events::add);
        model.reply(request(), events::add);

        assertThat(said()).isEqualTo("hellohello");
        assertThat(first.asked).as("its breaker is open").hasValue(1);
    }

    @Test
    @Timeout(60)
    void forACallerWhoHasWaitedLongOthersAreAskedSooner() {
        AtomicLong clock = new AtomicLong();
        Scripted only = new Scripted("only", Scripted.says("hello"));
        only.next(
                events -> { // others are let wait for 1200 ms, which never pass
                    clock.addAndGet(Duration.ofMillis(700).toNanos());
                    Scripted.silent(events);
                });
        LanguageModel.Request request = request();
        new FailoverLanguageModel(List.of(only), new Patience(Duration.ZERO, 0, Duration.ofSeconds(2)), clock::get)
                .reply(
                        new LanguageModel.Request(
                                request.agent(),
                                request.messages(),
                                request.tools(),
                                request.temperature(),
                                request.now(),
                                request.answerIn(),
                                Duration.ofSeconds(1)),
                        events::add);

        assertThat(said()).isEqualTo("hello");
    }

    @Test
    void anAgentWithoutBudgetWaits() {
        Patience none = new Patience(Duration.ofMillis(20), 0, Duration.ofSeconds(5));
        Scripted slow = new Scripted("slow", events -> {
            Scripted.block(new CountDownLatch(1), 200);
            Scripted.says("hello").accept(events);
        });
        reply(none, slow);
        assertThat(slow.asked).hasValue(1);
    }

    @Test
    void anAgentsOwnBudgetGoesBeforeTheTasks() {
        Scripted slow = new Scripted("slow", events -> {
            Scripted.block(new CountDownLatch(1), 200);
            Scripted.says("hello").accept(events);
        });
        Patience hedging = new Patience(Duration.ofMillis(50), 1, Duration.ofSeconds(5));
        model(hedging, slow).reply(request(Optional.of(0.0)), events::add);
        assertThat(slow.asked).as("hedged for everybody else").hasValue(1);
    }

    @Test
    void silentModelsAreAskedAgainAsOftenAsATaskHasCallsAndThenInOneReplyOfTen() {
        HedgeBudget again = new HedgeBudget(30, 30);
        int asked = 0;
        for (int i = 0; i < 230; i++) {
            again.earn("all", 0.1);
            asked += again.spend("all") ? 1 : 0;
        }

        assertThat(asked).isBetween(50, 54);
    }

    @Test
    void whatIsLessUrgentLeavesSomeOfTheBudget() {
        HedgeBudget again = new HedgeBudget(30, 30);
        again.earn("all", 0.1);
        int sooner = 0;
        while (again.spend("all", 15)) {
            sooner++;
        }

        assertThat(sooner).isEqualTo(15);
        assertThat(again.spend("all")).isTrue();
    }

    @Test
    void theBudgetIsAShareOfAnAgentsReplies() {
        HedgeBudget budget = new HedgeBudget(3, 1);
        int spent = 0;
        for (int i = 0; i < 400; i++) {
            budget.earn("agent", 0.25);
            spent += budget.spend("agent") ? 1 : 0;
        }
        assertThat(spent).isBetween(99, 102);
        assertThat(budget.spend("another")).as("one that never replied").isFalse();
    }

    @Test
    void anInterruptCancelsEverybody() throws Exception {
        Scripted first = new Scripted("first", Scripted::silent);
        Scripted second = new Scripted("second", Scripted::silent);
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread replying = Thread.ofVirtual().start(() -> {
            try {
                reply(new Patience(Duration.ofMillis(20), 1, Duration.ofMinutes(1)), first, second);
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> second.asked.get() == 1);
        replying.interrupt();
        replying.join();
        assertThat(thrown).singleElement().isInstanceOf(CancellationException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> first.cancelled.get() + second.cancelled.get() == 2);
    }

    private void reply(Patience patience, LanguageModel... order) {
        model(patience, order).reply(request(), events::add);
    }

    private static FailoverLanguageModel model(Patience patience, LanguageModel... order) {
        return new FailoverLanguageModel(List.of(order), patience, System::nanoTime);
    }

    private static LanguageModel.Request request() {
        return request(Optional.empty());
    }

    private static LanguageModel.Request request(Optional<Double> hedgeShare) {
        return new LanguageModel.Request(
                new LanguageModel.AgentBrief("", "", Map.of(), List.of(), "en-US", "", hedgeShare),
                List.of(new LanguageModel.Message.Caller("Hi")),
                List.of(),
                0,
                "2026-11-26T10:00:00Z");
    }

    private String said() {
        StringBuilder text = new StringBuilder();
        for (LanguageModel.Event event : events) {
            if (event instanceof LanguageModel.Event.Token(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /// Does what its script says, and counts.
    private static final class Scripted implements LanguageModel {
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger cancelled = new AtomicInteger();
        private final String name;
        private final Consumer<Consumer<Event>> script;
        private final Queue<Consumer<Consumer<Event>>> once = new ConcurrentLinkedQueue<>();

        Scripted(String name, Consumer<Consumer<Event>> script) {
            this.name = name;
            this.script = script;
        }

        /// The next reply is another one.
        void next(Consumer<Consumer<Event>> script) {
            once.add(script);
        }

        static Consumer<Consumer<Event>> says(String text) {
            return events -> {
                events.accept(new Event.Token(text));
                events.accept(new Event.Completed(StopReason.END_OF_REPLY, new Usage(1, 1, 0)));
            };
        }

        static void fails(Consumer<Event> events) {
            throw new ModelUnavailableException("down");
        }

        static void silent(Consumer<Event> events) {
            block(new CountDownLatch(1));
        }

        static void block(CountDownLatch latch) {
            block(latch, 60_000);
        }

        static void block(CountDownLatch latch, long ms) {
            try {
                boolean _ = latch.await(ms, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                throw new CancellationException();
            }
        }

        @Override
        public void reply(Request request, Consumer<Event> events) {
            asked.incrementAndGet();
            try {
                Objects.requireNonNullElse(once.poll(), script).accept(events);
            } catch (CancellationException e) {
                cancelled.incrementAndGet();
                throw e;
            }
        }

        @Override
        public String name() {
            return name;
        }
    }
}
