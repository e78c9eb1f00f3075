package dev.pickup.media.speech.offline;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Speaks to itself in the background until the agent's voice is quick enough: the JVM compiles the synthesizer
/// while it runs, and the first second of speech takes twenty times as long as the hundredth. Then it prepares
/// known clauses.
final class VoiceWarmUp implements AutoCloseable {
    private static final int CAPACITY = 256;
    /// What replies often begin with or consist of: these come from memory when they are needed.
    private static final List<String> COMMON = List.of(
            "Sure.",
            "Let me check.",
            "One moment.",
            "One moment while I check.",
            "Thank you, one moment.",
            "You're welcome.",
            "Is there anything else I can do for you?",
            "What name should I put it under?",
            "Which day would you like to come?",
            "Which would you like?",
            "Sorry, I didn't catch that.",
            "Could you say it again?",
            "Are you still there?",
            "Goodbye!");
    private static final long PAUSE_MS = 1_000;
    private static final int WITHOUT_PAUSE = 10;
    private static final List<String> SENTENCES = List.of(
            "We are open Monday to Friday, from nine to five.",
            "Thank you for calling, how can I help you today?",
            "You are booked for Tuesday, the first of December, at three.",
            "Would you like me to take a message for the team?");

    private final Voices voices;
    private final BlockingQueue<String> wished = new LinkedBlockingQueue<>(CAPACITY);
    private final Iterator<String> common = COMMON.iterator();
    private final CountDownLatch warm = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("offline-voice-warm-up").unstarted(this::run);

    VoiceWarmUp(Voices voices) {
        this.voices = voices;
    }

    void start() {
        thread.start();
    }

    /// Beyond the capacity clauses are left out: they are made when they are needed.
    void prepare(List<String> wanted) {
        wanted.forEach(wished::offer);
    }

    boolean await(Duration limit) throws InterruptedException {
        return warm.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            voices.sayAfresh(Voices.QUICK, SENTENCES.getFirst());
            for (int round = 0; ; round++) {
                if (voices.areQuickEnough()) {
                    prepareNext();
                } else {
                    voices.sayAfresh(Voices.AGENT, SENTENCES.get(round % SENTENCES.size()));
                    Thread.sleep(round < WITHOUT_PAUSE ? 0 : PAUSE_MS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was wished for comes first; when there is no wish left, the voice counts as warm.
    private void prepareNext() throws InterruptedException {
        String wish = wished.poll();
        if (wish == null) {
            warm.countDown();
            wish = common.hasNext() ? common.next() : wished.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
        if (wish != null) {
            for (String piece : Sayable.pieces(wish)) {
                voices.say(Voices.AGENT, piece);
            }
        }
    }
}
