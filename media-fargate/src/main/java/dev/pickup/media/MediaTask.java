package dev.pickup.media;

import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.Recordings;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.listening.EndOfTurn;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.ToolInvoker;
import dev.pickup.media.session.CallJournal;
import dev.pickup.media.session.CallSession;
import dev.pickup.media.session.Clips;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.session.Mailbox;
import dev.pickup.media.session.SessionContext;
import dev.pickup.media.speaking.OutputLine;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.stream.MediaSocket;
import dev.pickup.media.stream.StreamEndpoint;
import dev.pickup.media.stream.StreamHost;
import dev.pickup.media.turn.TurnSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;

/// A process's media side: mount [#handler] at the root of a Jetty server (it answers `/media/telnyx/{token}` and
/// leaves everything else to others), close it once. Any thread.
public final class MediaTask implements AutoCloseable {
    /// A leg that the carrier still calls alive right after `stop` is asked about once more.
    private static final Duration SECOND_LOOK = Duration.ofMillis(400);

    private static final Duration SWEEP = Duration.ofMillis(500);

    /// Calls are ended in this time.
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(15);

    /// Calls are handed over in this time: the session's patience for a silence, and what ending takes. Fargate
    /// kills after 120 s.
    private static final Duration LONGEST_HANDING_OVER = CallSession.LONGEST_WAIT_FOR_SILENCE.plus(LONGEST_CLOSING);

    private final MediaSettings settings;
    private final Engines engines;
    private final MediaPorts ports;
    private final MediaCounters counters;
    private final Clips clips;
    private final AtomicInteger places = new AtomicInteger();
    private final Set<MediaSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Handler handler;
    private final Thread sweeper;
    private volatile boolean closing;

    public MediaTask(MediaSettings settings, Engines engines, MediaPorts ports) {
        this(settings, engines, ports, new MediaCounters());
    }

    /// @param counters in which the engines count too
    public MediaTask(MediaSettings settings, Engines engines, MediaPorts ports, MediaCounters counters) {
        this.settings = settings;
        this.counters = counters;
        this.engines = engines;
        this.ports = ports;
        this.clips = new Clips(engines.voice());
        this.handler = new StreamEndpoint(new Host(), sockets::add);
        this.sweeper = Thread.ofVirtual().name("sweeper").start(this::sweep);
    }

    /// For the server.
    public Handler handler() {
        return handler;
    }

    /// What happened so far.
    public MediaCounters counters() {
        return counters;
    }

    /// Calls that are held now.
    public int calls() {
        return places.get();
    }

    /// Ends all calls: hangs up, journals closed.
    @Override
    public void close() {
        close(false);
    }

    /// Refuses new sockets, then ends the calls, or leaves them to other tasks, each at a silence. Returns when
    /// that is done, or after 15 s; after 35 s when they are handed over.
    public void close(boolean handOver) {
        closing = true;
        sweeper.interrupt();
        sockets.forEach(socket -> socket.shutDown(handOver));
        long end = FrameClock.nanos() + (handOver ? LONGEST_HANDING_OVER : LONGEST_CLOSING).toNanos();
        try {
            for (MediaSocket socket : sockets) {
                boolean _ = socket.await(Duration.ofNanos(Math.max(1, end - FrameClock.nanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                long now = FrameClock.nanos();
                sockets.removeIf(MediaSocket::ended);
                sockets.forEach(
                        socket -> socket.sweep(now, settings.silentSocket().toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What sockets and sessions see of this task.
    private final class Host implements StreamHost, SessionContext {
        @Override
        public boolean enter() {
            int before = places.getAndUpdate(taken -> taken < settings.mostCalls() ? taken + 1 : taken);
            if (closing && before < settings.mostCalls()) {
                leave();
            }
            return !closing && before < settings.mostCalls();
        }

        @Override
        public void leave() {
            places.decrementAndGet();
        }

        @Override
        public Optional<PendingStream> peek(StreamToken token) {
            return ports.claims().peek(token, ports.clock().instant());
        }

        @Override
        public ClaimOutcome claim(StreamToken token, String carrierCallId) {
            return ports.claims()
                    .claim(token, carrierCallId, settings.task(), ports.clock().instant());
        }

        @Override
        public void hold(ClaimedCall call, Mailbox mailbox, OutputLine line, JournalEntry.WireFormat format) {
            FrameClock clock = new FrameClock(call.answeredAt(), ports.clock());
            new CallSession(this, call, clock, mailbox, line, format).run();
        }

        @Override
        public boolean legOver(CallLeg leg, boolean stopSeen) {
            try {
                boolean alive = ports.carrier().status(leg) instanceof LegStatus.Alive;
                if (alive && stopSeen) {
                    Thread.sleep(SECOND_LOOK);
                    alive = ports.carrier().status(leg) instanceof LegStatus.Alive;
                }
                return !alive;
            } catch (CarrierUnavailableException | CarrierRejectedException e) {
                return stopSeen;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return stopSeen;
            }
        }

        @Override
        public ByteOrder byteOrder() {
            return settings.byteOrder();
        }

        @Override
        public void count(String counter) {
            counters.count(counter);
        }

        @Override
        public void add(String counter, long amount) {
            counters.add(counter, amount);
        }

        @Override
        public TaskId task() {
            return settings.task();
        }

        @Override
        public VoiceActivity voiceActivity() {
            return engines.voiceActivity();
        }

        @Override
        public SpeechToText speechToText() {
            return engines.speechToText();
        }

        @Override
        public Optional<EndOfTurn> endOfTurn() {
            return engines.endOfTurn();
        }

        @Override
        public LanguageModel model() {
            return engines.model();
        }

        @Override
        public TextToSpeech voice() {
            return engines.voice();
        }

        @Override
        public JournalEntry.Engines engineNames() {
            return engines.names();
        }

        @Override
        public CallClaims claims() {
            return ports.claims();
        }

        @Override
        public Carrier carrier() {
            return ports.carrier();
        }

        @Override
        public ToolInvoker tools() {
            return ports.tools();
        }

        @Override
        public CallJournal journal() {
            return ports.journal();
        }

        @Override
        public Recordings recordings() {
            return ports.recordings();
        }

        @Override
        public Clips clips() {
            return clips;
        }

        @Override
        public TurnSettings.Waits waits() {
            return settings.waits();
        }

        @Override
        public int speculations() {
            return settings.speculations();
        }

        @Override
        public Duration heartbeat() {
            return settings.heartbeat();
        }

        @Override
        public long sendAheadMs() {
            return settings.sendAhead().toMillis();
        }
    }
}
