package dev.pickup.core.call;

import dev.pickup.core.call.PendingCommands.Pending;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
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
import org.slf4j.event.Level;

/// Gives the carrier what calls decided on and what it has not taken yet. Blocking; any thread; two at once for one
/// call do no harm: the carrier knows a command's id, and a stream's start is taken by one of them.
public final class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    // A rejection may decide on another command: transfer, then a sentence, then the end. Each is given once.
    private static final int MAX_ROUNDS = 6;

    private final CallStore calls;
    private final PendingCommands commands;
    private final CallDesk desk;
    private final Function<CallLeg, Carrier> carriers;
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
            Function<CallLeg, Carrier> carriers,
            StreamDoor door) {
        this.calls = calls;
        this.commands = commands;
        this.desk = desk;
        this.carriers = carriers;
        this.door = door;
    }

    /// Sends all that waits, in order. Repeat: harmless.
    ///
    /// @return whether anything waited and was dealt with
    /// @throws dev.pickup.core.carrier.CarrierUnavailableException it and what follows still waits: repeat later
    public boolean deliver(CallId id, Instant now) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Pending> pending = commands.of(id);
            boolean moved = false;
            for (Pending command : pending) {
                moved |= deliver(command, now);
            }
            if (!moved) {
                return round > 0;
            }
        }
        LOG.error("{} decides on commands without end; what waits is left to the reconciler", id);
        return true;
    }

    /// @return false: somebody else is at it
    private boolean deliver(Pending pending, Instant now) {
        Optional<Call> call = calls.find(pending.call());
        boolean ours = true;
        if (call.isPresent() && call.get().isLive()) {
            try {
                ours = send(call.get(), pending, now);
            } catch (CarrierRejectedException e) {
                Level level = e.reason() == Reason.LEG_GONE ? Level.INFO : Level.WARN; // callers hang up any time
                LOG.atLevel(level)
                        .log(
                                "{}: {} was rejected: {}",
                                pending.call(),
                                pending.command().name(),
                                e.getMessage());
                desk.change(pending.call(), c -> CallDirector.rejected(c, pending.command(), e.reason()));
            }
        }
        if (ours) {
            commands.done(pending);
        }
        return ours;
    }

    private boolean send(Call call, Pending pending, Instant now) {
        Carrier carrier = carriers.apply(call.leg());
        CommandId id = CommandId.of(call.id().value(), pending.command().name());
        switch (pending.command()) {
            case CarrierCommand.Answer _ -> carrier.answer(call.leg(), id);
            case CarrierCommand.StartStream _ -> {
                return startStream(carrier, call, pending, now);
            }
            case CarrierCommand.Speak speak -> carrier.speak(call.leg(), speak.sentence(), speak.language(), id);
            case CarrierCommand.Transfer transfer -> carrier.transfer(call.leg(), transfer.to(), id);
            case CarrierCommand.HangUp _ -> carrier.hangUp(call.leg(), id);
        }
        return true;
    }

    /// Each sending has a token of its own, as none is kept that could be sent again; so it has an id of its own
    /// too, and the carrier cannot tell a repeat from a second stream: hence one sender at a time.
    private boolean startStream(Carrier carrier, Call call, Pending pending, Instant now) {
        StreamToken token = StreamToken.next(door.random());
        String authToken = StreamToken.next(door.random()).value();
        switch (commands.open(pending, token, authToken, now)) {
            case NOT_WANTED -> {
                return true;
            }
            case IN_OTHER_HANDS -> {
                return false;
            }
            case OPENED -> {}
        }
        CommandId id =
                CommandId.of(call.id() + ":" + token.hash(), pending.command().name());
        try {
            carrier.startStream(
                    call.leg(), new StreamRequest(door.url(call.leg().carrier(), token), authToken), id);
        } catch (CarrierUnavailableException e) {
            commands.release(pending);
            throw e;
        }
        return true;
    }
}
