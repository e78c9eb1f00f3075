package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.call.CallResult;
import dev.pickup.core.call.CallState;
import dev.pickup.core.call.CallStream;
import dev.pickup.core.call.Closing;
import dev.pickup.core.call.Ownership;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.call.Transcript;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Call headers as items.
final class CallItems {
    static final String STATE = "state";
    static final String VERSION = "version";
    static final String EPOCH = "epoch";
    static final String HEARTBEAT = "heartbeatAt";
    static final String STREAM_WANTED = "streamWanted";
    static final String JOURNAL_CLOSED = "journalClosedAt";
    static final String SESSION_OUTCOME = "sessionOutcome";
    static final String RECORDING = "recording";
    static final String AGENT = "agentId";
    static final String CALLED = "called";
    static final String OUTCOME = "outcome";
    static final String WORDS = "words";

    /// What a header may lack; a write removes those that the call lacks.
    static final List<String> OPTIONAL = List.of(
            "caller",
            AGENT,
            "agentVersion",
            "maxDurationMs",
            "refusal",
            "fallback",
            "answeredAt",
            "streamRequestedAt",
            "ownerTask",
            "bridgedAt",
            "carrierEndedAt",
            "hangupCause",
            JOURNAL_CLOSED,
            SESSION_OUTCOME,
            RECORDING,
            OUTCOME,
            "transcript",
            "finalizedAt",
            "usageRecordId",
            Tables.UNFINISHED_CALLS.partition(),
            Tables.UNFINISHED_CALLS.sort());

    private static final String KIND = "call";
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CallItems() {}

    /// Times of one width, so that their text sorts as they do.
    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    /// The header as it is to be after a write, with that write's version. Without the heartbeat, which has writes of
    /// its own.
    static Attributes header(Call call, long version) {
        Attributes item = Attributes.of(Keys.call(call.id()), Keys.CALL_HEADER)
                .text("callId", call.id().value())
                .text("accountId", call.account().value())
                .text("carrier", call.leg().carrier().name())
                .text("legId", call.leg().legId())
                .text("controlId", call.leg().controlId())
                .text("sessionId", call.leg().sessionId())
                .text("credentialId", call.leg().through().map(CredentialId::value))
                .text("caller", call.caller().map(PhoneNumber::e164))
                .text(CALLED, call.called().e164())
                .text("fallback", call.answering().fallback().map(PhoneNumber::e164))
                .text(STATE, call.state().name())
                .instant("startedAt", call.startedAt())
                .text("answeredAt", call.answeredAt().map(Instant::toString))
                .texts("commands", call.commands().stream().sorted().toList())
                .number(VERSION, version);
        answering(item, call.answering());
        stream(item, call.stream());
        closing(item, call.closing());
        call.result().ifPresent(result -> result(item, result));
        return index(item, call)
                .number(EPOCH, call.owner().epoch())
                .text("ownerTask", call.owner().task().map(TaskId::value));
    }

    static Call read(Item item) {
        return new Call(
                item.parsed("callId", CallId::new),
                item.parsed("accountId", AccountId::new),
                new CallLeg(
                        item.parsed("carrier", CarrierName::valueOf),
                        item.text("legId"),
                        item.text("controlId"),
                        item.text("sessionId"),
                        item.optionalParsed("credentialId", CredentialId::new)),
                item.optionalParsed("caller", PhoneNumber::new),
                item.parsed(CALLED, PhoneNumber::new),
                answering(item),
                item.parsed(STATE, CallState::valueOf),
                item.instant("startedAt"),
                item.optionalParsed("answeredAt", Instant::parse),
                stream(item),
                new Ownership(
                        item.integer(EPOCH),
                        item.optionalParsed("ownerTask", TaskId::new),
                        item.optionalParsed(HEARTBEAT, Instant::parse)),
                closing(item),
                Set.copyOf(item.texts("commands")),
                result(item),
                item.number(VERSION));
    }

    private static Attributes index(Attributes item, Call call) {
        String started = sortable(call.startedAt());
        item.text(Tables.CALLS_BY_ACCOUNT.partition(), Keys.account(call.account()))
                .text(Tables.CALLS_BY_ACCOUNT.sort(), started + "#" + call.id());
        return call.state() == CallState.FINALIZED
                ? item
                : item.text(Tables.UNFINISHED_CALLS.partition(), Keys.account(call.account()))
                        .text(Tables.UNFINISHED_CALLS.sort(), started);
    }

    private static void answering(Attributes item, Answering answering) {
        switch (answering) {
            case Answering.ByAgent by ->
                item.text(AGENT, by.agent().value())
                        .number("agentVersion", by.version())
                        .number("maxDurationMs", by.maxDuration().toMillis());
            case Answering.Refused refused ->
                item.text("refusal", refused.refusal().name());
        }
    }

    private static Answering answering(Item item) {
        Optional<PhoneNumber> fallback = item.optionalParsed("fallback", PhoneNumber::new);
        return item.has("refusal")
                ? new Answering.Refused(item.parsed("refusal", Refusal::valueOf), fallback)
                : new Answering.ByAgent(
                        item.parsed(AGENT, AgentId::new),
                        item.integer("agentVersion"),
                        fallback,
                        Duration.ofMillis(item.number("maxDurationMs")));
    }

    private static void stream(Attributes item, CallStream stream) {
        item.number("streamNumber", stream.number())
                .text("streamRequestedAt", stream.requestedAt().map(Instant::toString))
                .texts("streamTokens", stream.tokenHashes().stream().sorted().toList())
                .flag(STREAM_WANTED, stream.wanted());
    }

    private static CallStream stream(Item item) {
        return new CallStream(
                item.integer("streamNumber"),
                item.optionalParsed("streamRequestedAt", Instant::parse),
                Set.copyOf(item.texts("streamTokens")),
                item.flag(STREAM_WANTED));
    }

    private static void closing(Attributes item, Closing closing) {
        item.text("bridgedAt", closing.bridgedAt().map(Instant::toString))
                .text("carrierEndedAt", closing.carrierEndedAt().map(Instant::toString))
                .text("hangupCause", closing.hangupCause().map(HangupCause::name))
                .text(JOURNAL_CLOSED, closing.journalClosedAt().map(Instant::toString))
                .flag("forced", closing.forced())
                .text(SESSION_OUTCOME, closing.sessionOutcome().map(CallOutcome::name))
                .text(RECORDING, closing.recording());
    }

    private static Closing closing(Item item) {
        return new Closing(
                item.optionalParsed("bridgedAt", Instant::parse),
                item.optionalParsed("carrierEndedAt", Instant::parse),
                item.optionalParsed("hangupCause", HangupCause::valueOf),
                item.optionalParsed(JOURNAL_CLOSED, Instant::parse),
                item.flag("forced"),
                item.optionalParsed(SESSION_OUTCOME, CallOutcome::valueOf),
                item.optionalText(RECORDING));
    }

    private static void result(Attributes item, CallResult result) {
        item.text(OUTCOME, result.outcome().name())
                .text("transcript", result.transcript().name())
                .instant("finalizedAt", result.finalizedAt())
                .text("usageRecordId", result.usageRecordId());
    }

    private static Optional<CallResult> result(Item item) {
        return item.has("finalizedAt")
                ? Optional.of(new CallResult(
                        item.parsed(OUTCOME, CallOutcome::valueOf),
                        item.parsed("transcript", Transcript::valueOf),
                        item.instant("finalizedAt"),
                        item.optionalText("usageRecordId")))
                : Optional.empty();
    }

    /// The call that an item of the table belongs to.
    static CallId id(Map<String, AttributeValue> attributes) {
        return new Item(KIND, attributes).parsed(Tables.PARTITION, key -> new CallId(key.substring("CALL#".length())));
    }
}
