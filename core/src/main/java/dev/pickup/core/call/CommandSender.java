package dev.pickup.core.call;

import dev.pickup.core.call.PendingCommands.Pending;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the carrier what calls decided on and what it has not taken yet. Blocking; any thread; two at once for
/// one call
/// do no harm: the carrier knows a command's id, and a second stream is refused as one too many.
public final class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    // A rejection may decide on another command: transfer, then a sentence, then the end. Each is given once.
    private static final int MAX_ROUNDS = 6;

    private final CallStore calls;
    private final PendingCommands commands;
    private final CallDesk desk;
    private final Function<CarrierName, Carrier> carriers;
    private final StreamDoor door;

    /// Where carriers open their media sockets.
    ///
    /// @param publicBase `http(s)://host`; sockets are `ws(s)` under it
    /// @param random     makes tokens: a `SecureRandom` outside of tests
    public record StreamDoor(URI publicBase, RandomGenerator random) {
        URI url(CarrierName carrier, StreamToken token) {
            String base = publicBase.toString().replaceFirst("^http", "ws").replaceFirst("/$", "");
            return URI.create(base + "/media/" + carrier.name().toLowerCase(Locale.ROOT) + "/" + token.value());
        }
    }

    public CommandSender(
            CallStore calls,
            PendingCommands commands,
            CallDesk desk,
            Function<CarrierName, Carrier> carriers,
            StreamDoor door) {
        this.calls = calls;
        this.commands = commands;
        this.desk = desk;
        this.carriers = carriers;
        this.door = door;
    }

    /// Sends all that waits, in order. Repeat: harmless.
    ///
    /// @throws dev.pickup.core.carrier.CarrierUnavailableException it and what follows still waits: repeat later
    public void deliver(CallId id, Instant now) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Pending> pending = commands.of(id);
            if (pending.isEmpty()) {
                return;
            }
            pending.forEach(command -> deliver(command, now));
        }
        LOG.error("{} decides on commands without end; what waits is left to the reconciler", id);
    }

    private void deliver(Pending pending, Instant now) {
        Optional<Call> call = calls.find(pending.call());
        if (call.isPresent() && call.get().isLive()) {
            try {
                send(call.get(), pending.command(), now);
            } catch (CarrierRejectedException e) {
                LOG.warn(
                        "{}: {} was rejected: {}",
                        pending.call(),
                        pending.command().name(),
                        e.getMessage());
                desk.change(pending.call(), c -> CallDirector.rejected(c, pending.command(), e.reason()));
            }
        }
        commands.done(pending);
    }

    private void send(Call call, CarrierCommand command, Instant now) {
        Carrier carrier = carriers.apply(call.leg().carrier());
        CommandId id = CommandId.of(call.id().value(), command.name());
        switch (command) {
            case CarrierCommand.Answer _ -> carrier.answer(call.leg(), id);
            case CarrierCommand.StartStream start -> startStream(carrier, call, start, now);
            case CarrierCommand.Speak speak -> carrier.speak(call.leg(), speak.sentence(), speak.language(), id);
            case CarrierCommand.Transfer transfer -> carrier.transfer(call.leg(), transfer.to(), id);
            case CarrierCommand.HangUp _ -> carrier.hangUp(call.leg(), id);
        }
    }

    /// Each sending has a token of its own, as none is kept that could be sent again; so it has an id of its own
    /// too.
    private void startStream(Carrier carrier, Call call, CarrierCommand.StartStream start, Instant now) {
        StreamToken token = StreamToken.next(door.random());
        String authToken = StreamToken.next(door.random()).value();
        if (commands.open(call.id(), start.number(), token, authToken, now)) {
            CommandId id = CommandId.of(call.id() + ":" + token.hash(), start.name());
            carrier.startStream(
                    call.leg(), new StreamRequest(door.url(call.leg().carrier(), token), authToken), id);
        }
    }
}
