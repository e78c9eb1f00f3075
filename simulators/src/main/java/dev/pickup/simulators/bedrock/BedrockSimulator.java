package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.aws.AwsReply;
import dev.pickup.simulators.aws.AwsRequest;
import dev.pickup.simulators.aws.AwsService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amazon Bedrock's `ConverseStream` as event stream over HTTP: it checks what it is sent, answers what its [Brain]
/// says at the pace of its [BedrockTerms], and counts tokens and cache hits. Any thread.
///
/// Source: Amazon Bedrock API reference, "ConverseStream", read 2026-11.
public final class BedrockSimulator implements AwsService {
    private static final Pattern PATH = Pattern.compile("/model/([^/]+)/converse-stream");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> models;
    private final BedrockTerms terms;
    private final Brain brain;
    private final PromptCache cache;
    private final Random random = new Random(7);
    private final Queue<BedrockFault> faults = new ConcurrentLinkedQueue<>();
    private volatile Predicate<JsonNode> spared = _ -> false;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();

    /// @param models the ids that this account has access to
    public BedrockSimulator(Set<String> models, BedrockTerms terms, Brain brain) {
        this.models = Set.copyOf(models);
        this.terms = terms;
        this.brain = brain;
        this.cache = new PromptCache(terms.leastCached());
    }

    /// The next answers meet these, one each, in this order.
    public void next(BedrockFault... script) {
        faults.addAll(List.of(script));
    }

    /// Such requests are answered as if there were no script.
    public void spare(Predicate<JsonNode> requests) {
        spared = requests;
    }

    /// Bodies of requests that were well formed, in order.
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /// Answers whose reader left before the end.
    public int abandoned() {
        return abandoned.get();
    }

    /// Answers that were given to their end.
    public int finished() {
        return finished.get();
    }

    @Override
    public String signingName() {
        return "bedrock";
    }

    @Override
    public AwsReply answer(AwsRequest request) {
        Matcher path = PATH.matcher(URLDecoder.decode(request.path(), StandardCharsets.UTF_8));
        if (!path.matches()) {
            return refuse(request, 404, "UnknownOperationException", "Only ConverseStream is simulated");
        }
        if (!models.contains(path.group(1))) {
            return refuse(request, 400, "ValidationException", "The provided model identifier is invalid.");
        }
        JsonNode body;
        try {
            body = JSON.readTree(request.text());
        } catch (IOException _) {
            return refuse(request, 400, "ValidationException", "Malformed input request");
        }
        Optional<String> complaint = ConverseRules.complaint(body);
        if (complaint.isPresent()) {
            return refuse(request, 400, "ValidationException", complaint.get());
        }
        requests.add(body);
        return new AwsReply(
                200, Map.of("Content-Type", "application/vnd.amazon.eventstream"), out -> stream(body, out), true);
    }

    @Override
    public AwsReply refuse(AwsRequest request, int status, String code, String message) {
        String body = JSON.createObjectNode().put("message", message).toString();
        return AwsReply.json(status, body).with("x-amzn-ErrorType", code);
    }

    private void stream(JsonNode body, OutputStream out) throws IOException, InterruptedException {
        Optional<BedrockFault> fault = spared.test(body) ? Optional.empty() : Optional.ofNullable(faults.poll());
        Answer answer = new Answer(new EventWriter(out), firstToken(), terms.betweenTokens(), fault, cache.count(body));
        try {
            answer.write(brain.answer(body));
            finished.incrementAndGet();
        } catch (Answer.Cut _) { // ends here, as the script says
        } catch (IOException e) {
            abandoned.incrementAndGet();
            throw e;
        }
    }

    private Duration firstToken() {
        synchronized (random) {
            return terms.firstToken().sample(random);
        }
    }
}
