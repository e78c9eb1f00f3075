package dev.pickup.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.pickup.core.EventJson;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.DynamoDbCallClaims;
import dev.pickup.core.state.Tables;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.functions.runtime.EventBus;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Calls at any point of their life, on a real database, a carrier and a bus that do as they are told, and a clock that
/// stands still.
public final class CallsUnderTest {
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");

    public final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T10:00:00Z"));
    public final FakeCarrier carrier = new FakeCarrier();
    public final List<DomainEvent> published = new CopyOnWriteArrayList<>();
    public final List<String> counted = new CopyOnWriteArrayList<>();
    public final TestAccount account = TestAccount.fresh();
    public final FunctionsWiring wiring;
    private final DynamoDbClient database;
    private volatile boolean busIsDown;

    public CallsUnderTest(DynamoDbClient database) {
        this.database = database;
        this.wiring = wiring(database);
        account.open(wiring, 50, Optional.empty()).withNumber(wiring).withAgent(wiring, true);
    }

    /// The same parts over another client.
    public FunctionsWiring wiring(DynamoDbClient client) {
        return new FunctionsWiring(new FunctionSettings(
                client,
                this::publish,
                TestCarrier.NOWHERE.withCarriers(_ -> carrier),
                NoCustomers.get(),
                URI.create("https://pickup.example.com"),
                (name, reason) -> counted.add(name + ":" + reason),
                clock,
                new SecureRandom()));
    }

    public void busIsDown(boolean value) {
        busIsDown = value;
    }

    public Offer offer() {
        String id = UUID.randomUUID().toString();
        return new Offer(
                new CallLeg(CarrierName.TELNYX, id, "v3:" + id, "session"), Optional.of(CALLER), account.number());
    }

    public Call ringing(Offer offer) {
        return told(new CarrierEvent.CallOffered(UUID.randomUUID().toString(), clock.instant(), offer), true);
    }

    public Call answered() {
        Call call = ringing(offer());
        return told(new CarrierEvent.CallAnswered(UUID.randomUUID().toString(), clock.instant(), offerOf(call)), true);
    }

    /// A call that a media task holds.
    public Call talking() {
        Call call = answered();
        claim(call);
        return read(call);
    }

    public void claim(Call call) {
        assertThat(claims().claim(
                                carrier.tokens().getLast(),
                                call.leg().controlId(),
                                new TaskId("task-1"),
                                clock.instant()))
                .isInstanceOf(ClaimOutcome.Claimed.class);
    }

    public CallClaims claims() {
        return new DynamoDbCallClaims(wiring.database(), wiring.calls(), wiring.agents());
    }

    public Call hungUp(Call call) {
        return told(
                new CarrierEvent.CallEnded(
                        UUID.randomUUID().toString(), clock.instant(), offerOf(call), HangupCause.COMPLETED),
                true);
    }

    public Call told(CarrierEvent event, boolean deliver) {
        CallId id = wiring.desk().take(CallId.of(CarrierName.TELNYX, event.callerLegId()), event);
        if (deliver) {
            wiring.commands().deliver(id, clock.instant());
        }
        return wiring.calls().find(id).orElseThrow();
    }

    public Call read(Call call) {
        return wiring.calls().find(call.id()).orElseThrow();
    }

    /// As the journal's stream delivers it.
    public static KinesisEvent journal(Call call, int epoch, JournalEntry... entries) {
        List<String> records = new ArrayList<>();
        for (JournalEntry entry : entries) {
            records.add(EventJson.write(
                    new JournalRecord(call.id().value(), epoch, records.size(), 1_000L * records.size(), entry)));
        }
        return kinesis(records.toArray(String[]::new));
    }

    public static KinesisEvent kinesis(String... records) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(Stream.of(records).map(CallsUnderTest::kinesisRecord).toList());
        return event;
    }

    /// What the table's stream says of this call's items now.
    public DynamodbEvent changes(Call call) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(database
                .query(r -> r.tableName(Tables.CALLS.name())
                        .keyConditionExpression("pk = :call")
                        .expressionAttributeValues(Map.of(
                                ":call",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                        "CALL#" + call.id()))))
                .items()
                .stream()
                .map(CallsUnderTest::change)
                .toList());
        return event;
    }

    public int items(Call call, String prefix) {
        return (int) changes(call).getRecords().stream()
                .filter(r -> r.getDynamodb().getNewImage().get("sk").getS().startsWith(prefix))
                .count();
    }

    public void pass(Duration time) {
        clock.advance(time);
    }

    private void publish(List<DomainEvent> events) {
        if (busIsDown) {
            throw new EventBus.BusUnavailableException("test");
        }
        published.addAll(events);
    }

    private static Offer offerOf(Call call) {
        return new Offer(call.leg(), call.caller(), call.called());
    }

    private static KinesisEventRecord kinesisRecord(String json) {
        KinesisEvent.Record data = new KinesisEvent.Record();
        data.setData(ByteBuffer.wrap(json.getBytes(UTF_8)));
        data.setSequenceNumber(Integer.toString(json.hashCode()));
        KinesisEventRecord record = new KinesisEventRecord();
        record.setKinesis(data);
        return record;
    }

    private static DynamodbStreamRecord change(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
        Map<String, AttributeValue> image = new HashMap<>();
        item.forEach((name, value) -> {
            if (value.s() != null) {
                image.put(name, new AttributeValue().withS(value.s()));
            }
        });
        StreamRecord change = new StreamRecord();
        change.setNewImage(image);
        change.setSequenceNumber(item.get("sk").s());
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventSourceARN("arn:aws:dynamodb:us-east-1:000000000000:table/pickup-calls/stream/2026-11-23");
        record.setDynamodb(change);
        return record;
    }
}
