package dev.pickup.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Journal records as a function behind a Kinesis event source sees them. Pure.
///
/// In the log a record is `<partition key>\n<arrival, epoch ms>\n<data>`.
final class KinesisBatch {
    private static final String SOURCE = "aws:kinesis";

    private KinesisBatch() {}

    static String line(String partitionKey, Instant arrival, String data) {
        return partitionKey + "\n" + arrival.toEpochMilli() + "\n" + data;
    }

    static KinesisEvent event(String shard, List<LogRecord> batch) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(
                batch.stream().map(record -> eventRecord(shard, record)).toList());
        return event;
    }

    /// How many of the first records were done, by what the function answered.
    static int done(List<LogRecord> batch, StreamsEventResponse response) {
        return PartialBatch.done(
                batch.stream().map(KinesisBatch::sequenceNumber).toList(), response);
    }

    private static KinesisEventRecord eventRecord(String shard, LogRecord record) {
        String[] parts = record.text().split("\n", 3);
        KinesisEvent.Record data = new KinesisEvent.Record();
        data.setPartitionKey(parts[0]);
        data.setApproximateArrivalTimestamp(Date.from(Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        data.setData(ByteBuffer.wrap(parts[2].getBytes(UTF_8)));
        data.setSequenceNumber(sequenceNumber(record));
        data.setKinesisSchemaVersion("1.0");
        KinesisEventRecord event = new KinesisEventRecord();
        event.setKinesis(data);
        event.setEventID(shard + ":" + sequenceNumber(record));
        event.setEventName("aws:kinesis:record");
        event.setEventSource(SOURCE);
        event.setEventVersion("1.0");
        event.setAwsRegion("local");
        event.setEventSourceARN("arn:aws:kinesis:local:000000000000:stream/pickup-journal");
        return event;
    }

    private static String sequenceNumber(LogRecord record) {
        return Long.toString(record.position());
    }
}
