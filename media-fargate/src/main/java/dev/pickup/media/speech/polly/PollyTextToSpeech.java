package dev.pickup.media.speech.polly;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.aws.ServiceFault;
import dev.pickup.media.speech.aws.StreamingClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.polly.PollyAsyncClient;

/// Amazon Polly as voice. Any thread; close it once, after the replies.
///
/// Faults, as the port tells them: `engine-overloaded` (the quota is used up), `engine-refused`,
/// `engine-failed`. Counts: `polly-streams`, `-requests`, `-stream-faults`, `-request-faults`, `-races`, `-races-won`,
/// `-throttled`, `-cancelled`, and `-not-ahead` for what was not made ahead, as there was no room.
public final class PollyTextToSpeech implements TextToSpeech, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollyTextToSpeech.class);

    /// Of a voice that was not heard yet: 15 characters a second. Chosen, between brisk and slow.
    private static final double USUAL_SAMPLES_PER_CHARACTER = 16_000 / 15.0;

    /// How much one reply counts in the voice's pace.
    private static final double NEW_PACE = 0.2;

    /// Streams that were refused or stayed silent one after the other before none is tried for a while.
    private static final int MOST_UNFIT = 3;

    private static final Duration WITHOUT_STREAMS = Duration.ofMinutes(1);

    private final StreamingClient<PollyAsyncClient> client;
    private final PollySettings settings;
    private final PollyQuota quota;
    private final FirstSound firstSound;
    private final LongSupplier nanos;
    private final EngineCounts counts;
    private final AtomicInteger unfit = new AtomicInteger();
    private final AtomicLong noStreamsUntilMs = new AtomicLong(Long.MIN_VALUE);
    private volatile double samplesPerCharacter = USUAL_SAMPLES_PER_CHARACTER;

    /// @param nanos a clock that only goes forward
    public PollyTextToSpeech(AwsAccess access, PollySettings settings, LongSupplier nanos, EngineCounts counts) {
        this.client = access.client(PollyAsyncClient.builder(), 2 * settings.mostAtOnce());
        this.settings = settings;
        this.quota = new PollyQuota(settings.perSecond(), settings.mostAtOnce(), nanos);
        this.firstSound = new FirstSound(settings.timing().late().toMillis());
        this.nanos = nanos;
        this.counts = counts;
    }

    @Override
    public Utterance open(Settings agent, Listener listener) {
        return open(agent, listener, new Claim(quota, false));
    }

    @Override
    public Utterance openAhead(Settings agent, Listener listener) {
        return open(agent, listener, new Claim(quota, true));
    }

    private Utterance open(Settings agent, Listener listener, Claim claim) {
        String voice = PollyVoices.of(agent.voice(), agent.language());
        SpokenReply reply =
                new SpokenReply(this, claim, new VoiceChoice(settings.engine(), voice, settings.lexicons()), listener);
        reply.start();
        return reply;
    }

    @Override
    public String name() {
        String engine = settings.engine().toString().toLowerCase(Locale.ROOT);
        return "amazon-polly-" + engine + (settings.streaming() ? "/streaming" : "/clauses");
    }

    @Override
    public void close() {
        client.close();
    }

    PollyAsyncClient client() {
        return client.get();
    }

    PollySettings settings() {
        return settings;
    }

    EngineCounts counts() {
        return counts;
    }

    long nowMs() {
        return nanos.getAsLong() / 1_000_000;
    }

    double samplesPerCharacter() {
        return samplesPerCharacter;
    }

    /// A reply was heard whole.
    void paceSeen(long samples, long characters) {
        if (characters > 0) {
            double before = samplesPerCharacter;
            samplesPerCharacter = before + NEW_PACE * ((double) samples / characters - before);
        }
    }

    /// Whether a reply should try a stream now.
    boolean streamsWork() {
        return settings.streaming() && nowMs() >= noStreamsUntilMs.get();
    }

    void streamWorked() {
        unfit.set(0);
    }

    /// How long streams take to begin.
    FirstSound firstSound() {
        return firstSound;
    }

    /// A stream was given up.
    ///
    /// @param soundless nothing of the reply had come
    void streamFailed(ServiceFault fault, boolean soundless) {
        counts.count("polly-stream-faults");
        LOG.warn("polly-stream-failed {} {}", fault.kind(), fault.code());
        boolean unable = fault.kind() == ServiceFault.Kind.REFUSED || (soundless && fault.equals(ServiceFault.STALLED));
        if (unable && unfit.incrementAndGet() >= MOST_UNFIT) { // a Region without streams is not asked with every reply
            unfit.set(0);
            noStreamsUntilMs.set(nowMs() + WITHOUT_STREAMS.toMillis());
        }
    }
}
