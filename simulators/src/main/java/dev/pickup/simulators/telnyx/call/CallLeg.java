package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.NoiseFloor;
import dev.pickup.simulators.line.StreamTally;
import dev.pickup.simulators.line.Surroundings;
import dev.pickup.simulators.telnyx.account.CallApplication;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.media.MediaStream;
import dev.pickup.simulators.telnyx.media.StreamIdentity;
import dev.pickup.simulators.telnyx.media.StreamRequest;
import dev.pickup.simulators.telnyx.webhook.EventOutbox;
import dev.pickup.simulators.telnyx.webhook.WebhookTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// One party's connection: rings, is answered, ends; carries a media stream, announcements, or a bridge to another leg.
/// Each of its methods is an effect, told to the customer by webhooks. Owned by the exchange's loop.
final class CallLeg {
    private final Plant plant;
    private final LegIds ids;
    private final Line line;
    private final FarEnd person;
    private final LegEvents events;
    private final Announcements announcements;
    private final CommandMemory commands;
    private final List<Consumer<Hangup>> atEnd = new ArrayList<>();
    private LegState state = new LegState.Ringing();
    private Optional<LegAudio> audio = Optional.empty();
    private Optional<String> clientState = Optional.empty();
    private FaultScript streamFaults;
    private WebhookTargets targets;

    /// What does not change about a leg.
    ///
    /// @param note told in one sentence about what goes wrong; any thread
    record Line(
            CarrierAccount owner,
            String from,
            String to,
            boolean incoming,
            CallApplication application,
            FaultScript faults,
            StreamTally tally,
            Consumer<String> note) {}

    CallLeg(Plant plant, LegIds ids, Line line, FarEnd person) {
        this.plant = plant;
        this.ids = ids;
        this.line = line;
        this.person = person;
        CallApplication application = line.application();
        targets = new WebhookTargets(
                line.owner().signer(),
                application.webhookUrl(),
                application.failoverUrl(),
                application.webhookDeadline());
        events = new LegEvents(this, new EventOutbox(plant.loop(), plant.webhooks(), line.faults(), line.note()));
        announcements = new Announcements(events);
        commands = new CommandMemory(line.faults());
        streamFaults = line.faults();
    }

    /// Somebody dialled: the customer is told.
    void ring() {
        events.initiated();
    }

    void answer() {
        if (!(state instanceof LegState.Ringing)) {
            return;
        }
        state = new LegState.Answered(plant.loop().nowNanos());
        events.answered();
        double dbfs = line.faults()
                .find(Fault.ComfortNoise.class)
                .map(Fault.ComfortNoise::dbfs)
                .orElse(NoiseFloor.USUAL_DBFS);
        NoiseFloor noise = new NoiseFloor(dbfs, ids.callLegId().hashCode());
        person.answered();
        audio = Optional.of(new LegAudio(plant.loop(), person, announcements, noise, surroundings()));
    }

    private Surroundings surroundings() {
        Surroundings around = new Surroundings();
        long seed = ids.callLegId().hashCode();
        line.faults().find(Fault.Echo.class).ifPresent(echo -> around.echo(echo.delayMs(), echo.db()));
        line.faults().find(Fault.Background.class).ifPresent(background -> {
            if (background.sound().equals("babble")) {
                around.babble(background.dbfs(), seed);
            } else {
                around.noise(background.dbfs(), seed);
            }
        });
        return around;
    }

    void startStream(StreamRequest request) {
        if (!answered() || streaming()) {
            return;
        }
        String streamId = UUID.randomUUID().toString();
        StreamIdentity identity = new StreamIdentity(
                streamId, connectionId(), ids.callControlId(), ids.callSessionId(), from(), to(), clientState);
        MediaStream stream = new MediaStream(
                request,
                identity,
                streamFaults,
                plant.loop(),
                line.tally(),
                new LegStreaming(this, streamId, request.url()));
        streamFaults = streamFaults.forLaterStreams();
        audio.ifPresent(a -> a.attach(stream));
        stream.open(plant.sockets());
    }

    void stopStream() {
        audio.flatMap(LegAudio::stream).ifPresent(MediaStream::stop);
    }

    void announce(Pcm sound, Optional<String> state) {
        if (answered()) {
            announcements.add(sound, state);
        }
    }

    LegEvents events() {
        return events;
    }

    FarEnd person() {
        return person;
    }

    Announcements announcements() {
        return announcements;
    }

    /// The two parties talk; a media stream of either would be in the way and is stopped.
    void bridge(CallLeg other) {
        stopStream();
        other.stopStream();
        audio.ifPresent(mine -> other.audio.ifPresent(mine::bridge));
        events.bridged();
        other.events.bridged();
    }

    /// The person pressed a key: told twice, on the socket and by webhook.
    void pressed(char digit) {
        audio.flatMap(LegAudio::stream).ifPresent(s -> s.digit(digit));
        events.digit(digit);
    }

    /// The customer pressed a key.
    void sendDigit(char digit) {
        if (answered()) {
            person.hearDigit(digit);
        }
    }

    void end(Hangup hangup) {
        if (ended()) {
            return;
        }
        long now = plant.loop().nowNanos();
        long since = state instanceof LegState.Answered(long at) ? at : now;
        announcements.stopAll("call_hangup");
        stopStream();
        audio.ifPresent(LegAudio::stop);
        state = new LegState.Ended(hangup, since, now, Instant.now());
        events.hangup(hangup);
        if (line.application().tellsCost()) {
            events.cost(Duration.ofNanos(now - since));
        }
        person.ended(hangup);
        atEnd.forEach(listener -> listener.accept(hangup));
    }

    /// Whoever depends on this leg is told after it has ended.
    void atEnd(Consumer<Hangup> listener) {
        atEnd.add(listener);
    }

    LegIds ids() {
        return ids;
    }

    String from() {
        return line.from();
    }

    String to() {
        return line.to();
    }

    boolean incoming() {
        return line.incoming();
    }

    Line line() {
        return line;
    }

    String connectionId() {
        return line.application().id();
    }

    Optional<String> clientState() {
        return clientState;
    }

    void setClientState(String value) {
        clientState = Optional.of(value);
    }

    WebhookTargets targets() {
        return targets;
    }

    void setTargets(WebhookTargets value) {
        targets = value;
    }

    CommandMemory commands() {
        return commands;
    }

    Optional<LegAudio> audio() {
        return audio;
    }

    LegState state() {
        return state;
    }

    boolean answered() {
        return state instanceof LegState.Answered;
    }

    boolean ended() {
        return state instanceof LegState.Ended;
    }

    boolean streaming() {
        return audio.flatMap(LegAudio::stream).filter(MediaStream::inUse).isPresent();
    }
}
