package dev.pickup.simulators.aws;

import dev.pickup.simulators.aws.AwsChunks.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// What lies in a bucket and what is being uploaded to it. Any thread.
final class S3Bucket {
    private static final int SMALLEST_PART = 5 * 1024 * 1024;

    private final Map<String, Stored> objects = new HashMap<>();
    private final SortedMap<String, Upload> uploads = new TreeMap<>();
    private final AtomicInteger uploadNumber = new AtomicInteger();

    record Stored(Bytes bytes, String contentType, String keyId) {}

    record Part(Bytes bytes, String etag, String checksum) {}

    /// A part as the client names it when it completes the upload.
    record Named(int number, String etag, String checksum) {}

    record Upload(String id, String key, String contentType, String keyId, SortedMap<Integer, Part> parts) {}

    /// An expected refusal, by its S3 code.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    synchronized void put(String key, Stored stored) {
        objects.put(key, stored);
    }

    synchronized Optional<Stored> get(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    synchronized List<String> keys() {
        return objects.keySet().stream().sorted().toList();
    }

    synchronized Upload begin(String key, String contentType, String keyId) {
        String id = "upload-" + uploadNumber.incrementAndGet();
        Upload upload = new Upload(id, key, contentType, keyId, new TreeMap<>());
        uploads.put(id, upload);
        return upload;
    }

    synchronized void part(String id, int number, Part part) throws Refused {
        if (number < 1 || number > 10_000) {
            throw new Refused("InvalidArgument");
        }
        upload(id).parts().put(number, part);
    }

    /// Puts the parts together; those that are not named are thrown away, as S3 does.
    synchronized void complete(String id, List<Named> named) throws Refused {
        Upload upload = upload(id);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int last = 0;
        for (Named each : named) {
            Part part = upload.parts().get(each.number());
            if (each.number() <= last) {
                throw new Refused("InvalidPartOrder");
            }
            if (part == null
                    || !part.etag().equals(each.etag())
                    || !part.checksum().equals(each.checksum())) {
                throw new Refused("InvalidPart");
            }
            if (!each.equals(named.getLast()) && part.bytes().length() < SMALLEST_PART) {
                throw new Refused("EntityTooSmall");
            }
            last = each.number();
            whole.writeBytes(part.bytes().value());
        }
        if (named.isEmpty()) {
            throw new Refused("MalformedXML");
        }
        uploads.remove(id);
        put(upload.key(), new Stored(new Bytes(whole.toByteArray()), upload.contentType(), upload.keyId()));
    }

    synchronized void abort(String id) throws Refused {
        uploads.remove(upload(id).id());
    }

    synchronized List<Upload> uploads(String prefix) {
        return uploads.values().stream()
                .filter(each -> each.key().startsWith(prefix))
                .collect(Collectors.toList());
    }

    synchronized Upload upload(String id) throws Refused {
        Upload upload = uploads.get(id);
        if (upload == null) {
            throw new Refused("NoSuchUpload");
        }
        return upload;
    }
}
