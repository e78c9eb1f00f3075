package dev.pickup.benchmarks.faults;

import dev.pickup.benchmarks.load.CallerQuestion;
import dev.pickup.benchmarks.load.QuestionCaller;
import dev.pickup.benchmarks.server.AnyCall;
import dev.pickup.benchmarks.server.ObedientCarrier;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaServer;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Places some calls at once for each fault, has it happen in the middle of the same turn of all of them, and listens.
public final class FaultRun {
    /// Callers ask for somebody each, so that models can tell them apart.
    private static final List<String> WHOSE = List.of(
            "Anna", "Bella", "Clara", "Donna", "Emma", "Fiona", "Gina", "Helen", "Irma", "Julia", "Karen", "Linda",
            "Mona", "Nora", "Olga", "Paula", "Rita", "Sara", "Tina", "Vera");

    private static final Pattern QUESTION = Pattern.compile("What are (\\w+)'s opening hours this week");

    /// Into the question: words were heard, more are to come.
    private static final long AMID_MS = 900;

    private static final long LONGEST_STEP_SECONDS = 40;
    private static final long BETWEEN_CALLS_MS = 25;

    private final int calls;
    private final VoiceActivity activity;
    private final List<CallerQuestion> questions;
    private final Consumer<FaultResult> results;
    private final SecureRandom random = new SecureRandom();

    /// @param calls    at once, for each fault
    /// @param voice    speaks for callers
    /// @param results told each result as soon as it is there
    public FaultRun(int calls, VoiceActivity activity, Function<String, short[]> voice, Consumer<FaultResult> results) {
        this.calls = calls;
        this.activity = activity;
        this.questions = WHOSE.stream()
                .limit(calls)
                .map(name -> CallerQuestion.of(question(name), voice))
                .toList();
        this.results = results;
    }

    /// Blocks until all faults had their turn, about 15 s each.
    ///
    /// @param named only those whose name contains this
    /// @return calls that were lost
    public long run(String named) throws Exception {
        FaultResult _ = place(FaultCase.ALL.getFirst()); // classes are loaded and compiled
        long lost = 0;
        for (FaultCase each : FaultCase.ALL) {
            if (each.name().contains(named)) {
                FaultResult result = place(each);
                lost += result.lost();
                results.accept(result);
            }
        }
        return lost;
    }

    /// With services of its own, so that nothing of one fault is left for the next.
    private FaultResult place(FaultCase fault) throws Exception {
        SpokenTurns turns = new SpokenTurns();
        FaultyCloud cloud = new FaultyCloud();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder().executor(threads).build();
                MediaServer server = new MediaServer(task(fault, cloud, turns), "127.0.0.1", 0)) {
            server.start();
            List<QuestionCaller> callers = callers(client, URI.create("ws://127.0.0.1:" + server.port()));
            for (QuestionCaller caller : callers) {
                threads.execute(caller);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_CALLS_MS);
            }
            await(() -> callers.stream().allMatch(QuestionCaller::isReady));
            cloud.failOnceFor(QUESTION);
            fault.before().accept(cloud, calls);
            callers.forEach(QuestionCaller::ask);
            TimeUnit.MILLISECONDS.sleep(AMID_MS);
            fault.amid().accept(cloud, calls);
            await(() -> callers.stream().allMatch(QuestionCaller::isOver));
            return FaultResult.of(
                    fault.name(),
                    callers.stream().map(QuestionCaller::outcome).toList(),
                    turns.heardOf(WHOSE.stream().map(FaultRun::question).toList()),
                    turns.answers());
        } finally {
            cloud.close();
        }
    }

    private MediaTask task(FaultCase fault, FaultyCloud cloud, SpokenTurns turns) {
        return new MediaTask(
                MediaSettings.of(new TaskId("faults"), 2 * calls),
                cloud.engines(activity, fault.thinker()),
                new MediaPorts(
                        new AnyCall(),
                        new ObedientCarrier(),
                        _ -> new ToolResult("failed", Map.of("reason", "There are no tools here.")),
                        turns,
                        new LocalRecordings(Path.of(System.getProperty("java.io.tmpdir"))),
                        Clock.systemUTC()));
    }

    private List<QuestionCaller> callers(HttpClient client, URI server) {
        List<QuestionCaller> callers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String token = StreamToken.next(random).value();
            callers.add(new QuestionCaller(
                    client,
                    server,
                    token,
                    AnyCall.AUTH_TOKEN,
                    questions.get(i % questions.size()),
                    FaultyCloud.REPLY_LASTS));
        }
        return callers;
    }

    private static String question(String whose) {
        return "What are " + whose + "'s opening hours this week?";
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_STEP_SECONDS);
        while (!fact.getAsBoolean() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
