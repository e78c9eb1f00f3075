package dev.pickup.media;

import dev.pickup.media.failover.Patience;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.media.recording.S3Target;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.turn.TurnSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings of a media task in the cloud, read from its environment once. Immutable; does not print its
/// secrets.
///
/// Names are product contract, but for those that the stack sets: `TOOL_FUNCTION_NAME`, `JOURNAL_STREAM_NAME`,
/// `RECORDINGS_BUCKET_NAME`, `RECORDINGS_KEY_ID`, `VAULT_KEY_ID`, `MEDIA_PORT`, `MEDIA_MOST_CALLS`, `MEDIA_SPOOL`,
/// `TRANSCRIBE_STREAMS`, `POLLY_ENGINE`, `POLLY_PER_SECOND`, `POLLY_AT_ONCE`, `POLLY_LEXICONS`.
final class MediaEnvironment {
    private static final List<String> REQUIRED = List.of(
            "TELNYX_API_KEY",
            "TOOL_FUNCTION_NAME",
            "JOURNAL_STREAM_NAME",
            "RECORDINGS_BUCKET_NAME",
            "RECORDINGS_KEY_ID");

    private static final List<String> NUMBERS = List.of(
            "MEDIA_PORT",
            "MEDIA_MOST_CALLS",
            "MODEL_HEDGE_AFTER_MS",
            "MODEL_HEDGE_PERCENT",
            "MODEL_SPECULATIONS",
            "TRANSCRIBE_STREAMS",
            "POLLY_PER_SECOND",
            "POLLY_AT_ONCE");
    private static final Set<String> POLLY_ENGINES = Set.of("generative", "generative-clauses", "neural");

    private final Map<String, String> values;

    /// @throws IllegalStateException settings are missing or malformed; all of them are named
    MediaEnvironment(Map<String, String> environment) {
        this.values = Map.copyOf(environment);
        List<String> faults = new ArrayList<>();
        REQUIRED.stream().filter(name -> text(name).isEmpty()).forEach(name -> faults.add("set " + name));
        try {
            EnginesChoice chosen = engines();
            if (chosen.model().contains(EnginesChoice.Model.OPENAI) && openAi().isEmpty()) {
                faults.add("set MODEL_BASE_URL and MODEL_NAME: an openai model was chosen");
            }
        } catch (IllegalArgumentException e) {
            faults.add("mend PICKUP_ENGINES: " + e.getMessage());
        }
        if (vaultKey().isPresent() && text("PUBLIC_BASE_URL").isEmpty()) {
            faults.add("set PUBLIC_BASE_URL: VAULT_KEY_ID is for calls of customers' own carrier accounts");
        }
        for (String name : NUMBERS) {
            if (text(name).filter(value -> !value.matches("\\d{1,5}")).isPresent()) {
                faults.add("make " + name + " a number");
            }
        }
        if (!POLLY_ENGINES.contains(text("POLLY_ENGINE").orElse("generative"))) {
            faults.add("make POLLY_ENGINE one of generative, generative-clauses, neural");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("A media task cannot start so: " + String.join("; ", faults) + ".");
        }
    }

    /// An OpenAI-compatible endpoint.
    record OpenAi(URI baseUrl, String key, String model) {
        @Override
        public String toString() {
            return "OpenAi[" + baseUrl + ", " + model + "]";
        }
    }

    EnginesChoice engines() {
        return text("PICKUP_ENGINES").map(EnginesChoice::parse).orElse(EnginesChoice.AWS);
    }

    Optional<OpenAi> openAi() {
        return text("MODEL_BASE_URL")
                .flatMap(base -> text("MODEL_NAME")
                        .map(name -> new OpenAi(
                                URI.create(base), text("MODEL_API_KEY").orElse(""), name)));
    }

    /// `MODEL_NAME` names the model here too, when the first model is Bedrock's.
    BedrockSettings bedrock() {
        boolean named = openAi().isEmpty();
        BedrockSettings settings = BedrockSettings.of(
                        text("MODEL_NAME").filter(_ -> named).orElse(BedrockSettings.DEFAULT_MODEL))
                .withLatencyOptimized(
                        text("BEDROCK_LATENCY").filter("optimized"::equals).isPresent());
        return text("BEDROCK_GUARDRAIL_ID")
                .map(id -> settings.withGuardrail(new BedrockSettings.Guardrail(
                        id, text("BEDROCK_GUARDRAIL_VERSION").orElse("DRAFT"))))
                .orElse(settings);
    }

    /// `MODEL_SPECULATIONS`: replies that may be begun in one turn of a caller's before it is over; 0: none.
    int speculations() {
        return text("MODEL_SPECULATIONS").map(Integer::parseInt).orElse(TurnSettings.USUAL_SPECULATIONS);
    }

    /// How long a caller is let wait for a model's first word: `MODEL_HEDGE_AFTER_MS` at the latest (0: never) and
    /// `MODEL_HEDGE_PERCENT` of an agent's replies.
    Patience patience() {
        Patience usual = Patience.USUAL;
        return new Patience(
                text("MODEL_HEDGE_AFTER_MS")
                        .map(Long::parseLong)
                        .map(Duration::ofMillis)
                        .orElse(usual.hedgeAfter()),
                text("MODEL_HEDGE_PERCENT")
                        .map(percent -> Integer.parseInt(percent) / 100.0)
                        .orElse(usual.hedgeShare()),
                usual.switchAfter());
    }

    URI telnyxApiBase() {
        return URI.create(text("TELNYX_API_BASE").orElse("https://api.telnyx.com/v2"));
    }

    String telnyxApiKey() {
        return required("TELNYX_API_KEY");
    }

    URI twilioApiBase() {
        return URI.create(text("TWILIO_API_BASE").orElse("https://api.twilio.com"));
    }

    /// Where a customer's carrier asks what a call does next; empty in a task without a vault, which has no such calls.
    URI publicBaseUrl() {
        return URI.create(text("PUBLIC_BASE_URL").orElse(""));
    }

    /// Opens the credentials of customers who call by their own carrier account; without it their calls cannot be
    /// commanded from here.
    Optional<String> vaultKey() {
        return text("VAULT_KEY_ID");
    }

    String toolFunction() {
        return required("TOOL_FUNCTION_NAME");
    }

    String journalStream() {
        return required("JOURNAL_STREAM_NAME");
    }

    S3Target recordings() {
        return new S3Target(required("RECORDINGS_BUCKET_NAME"), required("RECORDINGS_KEY_ID"));
    }

    /// Where parts of recordings wait.
    String spool() {
        return text("MEDIA_SPOOL").orElse("/tmp/pickup-recordings");
    }

    int port() {
        return text("MEDIA_PORT").map(Integer::parseInt).orElse(8080);
    }

    /// 60 calls a vCPU until measured otherwise, on a task of 2 vCPU.
    int mostCalls() {
        return text("MEDIA_MOST_CALLS").map(Integer::parseInt).orElse(120);
    }

    /// The agent beside the task's container, in ECS.
    Optional<URI> ecsAgent() {
        return text("ECS_AGENT_URI").map(URI::create);
    }

    Optional<String> region() {
        return text("AWS_REGION");
    }

    /// An emulator of this service (`AWS_ENDPOINT_URL_<SERVICE>`), or of all.
    Optional<URI> endpoint(String service) {
        return text("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
                .or(() -> text("AWS_ENDPOINT_URL"))
                .map(URI::create);
    }

    /// This task's share of the account's concurrent Transcribe streams; the default quota is 25.
    int transcribeStreams() {
        return text("TRANSCRIBE_STREAMS").map(Integer::parseInt).orElse(25);
    }

    /// How Polly speaks: `POLLY_ENGINE` is `generative` (through streams), `generative-clauses` (in a Region
    /// without them) or `neural`; `POLLY_PER_SECOND` and `POLLY_AT_ONCE` are this task's share of the quota;
    /// `POLLY_LEXICONS` names lexicons of the account.
    PollySettings polly() {
        PollySettings voice = switch (text("POLLY_ENGINE").orElse("generative")) {
            case "neural" -> PollySettings.neural();
            case "generative-clauses" -> PollySettings.generative().clauseWise();
            default -> PollySettings.generative();
        };
        return voice.withQuota(
                        text("POLLY_PER_SECOND").map(Integer::parseInt).orElse(voice.perSecond()),
                        text("POLLY_AT_ONCE").map(Integer::parseInt).orElse(voice.mostAtOnce()))
                .withLexicons(text("POLLY_LEXICONS")
                        .map(names -> List.of(names.split(",", -1)))
                        .orElse(List.of()));
    }

    /// Where the files of offline engines lie.
    Optional<String> dataFolder() {
        return text("PICKUP_DATA");
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    private String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException("Set " + name));
    }
}
