package dev.pickup.local.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/// Changes of a table as a function behind a DynamoDB stream sees them. Pure.
final class TableEvents {
    private TableEvents() {}

    static DynamodbEvent event(String streamArn, List<Record> batch) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(batch.stream().map(record -> record(streamArn, record)).toList());
        return event;
    }

    private static DynamodbStreamRecord record(String streamArn, Record record) {
        DynamodbStreamRecord out = new DynamodbStreamRecord();
        out.setEventID(record.eventID());
        out.setEventName(record.eventNameAsString());
        out.setEventSource("aws:dynamodb");
        out.setEventVersion(record.eventVersion());
        out.setAwsRegion(record.awsRegion());
        out.setEventSourceARN(streamArn);
        out.setDynamodb(change(record.dynamodb()));
        return out;
    }

    private static StreamRecord change(software.amazon.awssdk.services.dynamodb.model.StreamRecord change) {
        StreamRecord out = new StreamRecord();
        out.setKeys(values(change.keys()));
        out.setSequenceNumber(change.sequenceNumber());
        out.setSizeBytes(change.sizeBytes());
        out.setStreamViewType(StreamViewType.fromValue(change.streamViewTypeAsString()));
        if (change.approximateCreationDateTime() != null) {
            out.setApproximateCreationDateTime(Date.from(change.approximateCreationDateTime()));
        }
        if (change.hasNewImage()) {
            out.setNewImage(values(change.newImage()));
        }
        if (change.hasOldImage()) {
            out.setOldImage(values(change.oldImage()));
        }
        return out;
    }

    private static Map<String, AttributeValue> values(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
        return item.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> value(e.getValue())));
    }

    private static AttributeValue value(software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
        AttributeValue out = new AttributeValue();
        switch (value.type()) {
            case S -> out.setS(value.s());
            case N -> out.setN(value.n());
            case B -> out.setB(value.b().asByteBuffer());
            case SS -> out.setSS(value.ss());
            case NS -> out.setNS(value.ns());
            case BS -> out.setBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
            case M -> out.setM(values(value.m()));
            case L -> out.setL(value.l().stream().map(TableEvents::value).toList());
            case BOOL -> out.setBOOL(value.bool());
            case NUL -> out.setNULL(value.nul());
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("An attribute of a type that this build does not know");
        }
        return out;
    }
}
