package dev.pickup.simulators.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Kinesis Data Streams' `PutRecords` on one stream, in CBOR or JSON as the client asks. Source: Kinesis Data Streams
/// API reference, "PutRecords", and Developer Guide, "Quotas and limits", read 2026-11: 500 records and 5 MiB a
/// request, 1 MiB a record, keys of 1 to 256 characters; 1 MiB and 1,000 records a second and shard, above which
/// single records are refused and the rest is taken.
public final class KinesisSimulator implements AwsService {
    private static final int MOST_RECORDS = 500;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int LARGEST_RECORD = 1024 * 1024;
    private static final String THROTTLED = "ProvisionedThroughputExceededException";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper CBOR = CBORMapper.builder().build();

    private final String stream;
    private final List<KinesisShard> shards;
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> refusing = _ -> false;

    public KinesisSimulator(String stream, int shards) {
        this.stream = stream;
        this.shards = IntStream.range(0, shards).mapToObj(KinesisShard::new).toList();
    }

    /// Records of whose text this is true are refused with `ProvisionedThroughputExceededException`.
    public void refuseRecords(Predicate<String> which) {
        refusing = which;
    }

    /// What was taken, shard by shard, in order.
    public List<String> records() {
        List<String> all = new ArrayList<>();
        shards.forEach(shard -> all.addAll(shard.records()));
        return all;
    }

    /// Records in each request that was well formed, refused ones included.
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public String signingName() {
        return "kinesis";
    }

    @Override
    public AwsReply answer(AwsRequest request) {
        if (!request.header("x-amz-target").orElse("").equals("Kinesis_20131202.PutRecords")) {
            return refuse(request, 400, "UnknownOperationException", "Only PutRecords is simulated");
        }
        try {
            return put(request, mapper(request).readTree(request.body()));
        } catch (IOException e) {
            return refuse(request, 400, "SerializationException", "Not readable");
        }
    }

    @Override
    public AwsReply refuse(AwsRequest request, int status, String code, String message) {
        return reply(
                request,
                status,
                mapper(request).createObjectNode().put("__type", code).put("message", message));
    }

    private AwsReply put(AwsRequest request, JsonNode body) throws IOException {
        if (!body.path("StreamName").asText().equals(stream)) {
            return refuse(request, 400, "ResourceNotFoundException", "No such stream");
        }
        JsonNode records = body.path("Records");
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            return refuse(request, 400, "ValidationException", "1 to 500 records");
        }
        int bytes = 0;
        for (JsonNode each : records) {
            int keyBytes = each.path("PartitionKey").asText().getBytes(StandardCharsets.UTF_8).length;
            int size = each.path("Data").binaryValue().length;
            if (size > LARGEST_RECORD || keyBytes < 1 || keyBytes > 256) {
                return refuse(request, 400, "ValidationException", "A record of up to 1 MiB under a key");
            }
            bytes += size + keyBytes;
        }
        if (bytes > MOST_BYTES) {
            return refuse(request, 400, "InvalidArgumentException", "5 MiB at most");
        }
        batches.add(records.size());
        return reply(request, 200, outcome(records));
    }

    private ObjectNode outcome(JsonNode records) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode each = answer.putArray("Records");
        int failed = 0;
        for (JsonNode entry : records) {
            String text = new String(entry.path("Data").binaryValue(), StandardCharsets.UTF_8);
            KinesisShard shard = shardOf(entry.path("PartitionKey").asText());
            if (refusing.test(text) || !shard.take(text)) {
                failed++;
                each.addObject().put("ErrorCode", THROTTLED).put("ErrorMessage", "Rate exceeded for shard");
            } else {
                each.addObject().put("SequenceNumber", shard.sequenceNumber()).put("ShardId", shard.id());
            }
        }
        return answer.put("FailedRecordCount", failed).put("EncryptionType", "KMS");
    }

    /// A key's MD5 falls into the shard's range of hash keys.
    private KinesisShard shardOf(String partitionKey) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            BigInteger place = new BigInteger(1, hash).multiply(BigInteger.valueOf(shards.size()));
            return shards.get(place.shiftRight(128).intValue());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private static AwsReply reply(AwsRequest request, int status, ObjectNode body) {
        try {
            String type = request.header("content-type").orElse("application/x-amz-json-1.1");
            return AwsReply.of(status, type, mapper(request).writeValueAsBytes(body));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectMapper mapper(AwsRequest request) {
        return request.header("content-type").orElse("").contains("cbor") ? CBOR : JSON;
    }
}
