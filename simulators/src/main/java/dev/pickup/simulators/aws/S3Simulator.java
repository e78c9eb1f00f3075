package dev.pickup.simulators.aws;

import dev.pickup.simulators.aws.AwsChunks.Bytes;
import dev.pickup.simulators.aws.S3Bucket.Part;
import dev.pickup.simulators.aws.S3Bucket.Refused;
import dev.pickup.simulators.aws.S3Bucket.Stored;
import dev.pickup.simulators.aws.S3Bucket.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// One bucket of Amazon S3 under path-style addresses: objects whole and in parts. As our bucket's policy does, it
/// denies what is written without SSE-KMS under the bucket's key. Every write needs a CRC32 that fits.
///
/// Source: Amazon S3 API reference (`PutObject`, `CreateMultipartUpload`, `UploadPart`, `CompleteMultipartUpload`,
/// `AbortMultipartUpload`, `ListMultipartUploads`, `ListParts`, `GetObject`) and User Guide, "Multipart upload limits":
/// parts 1 to 10,000, at least 5 MiB but for the last, read 2026-11.
public final class S3Simulator implements AwsService {
    private static final Map<String, Integer> STATUS = Map.of("NoSuchUpload", 404, "NoSuchKey", 404);

    private final String bucketName;
    private final String keyId;
    private final S3Bucket bucket = new S3Bucket();

    /// @param keyId the KMS key that everything must be encrypted with
    public S3Simulator(String bucketName, String keyId) {
        this.bucketName = bucketName;
        this.keyId = keyId;
    }

    /// The keys of whole objects.
    public List<String> keys() {
        return bucket.keys();
    }

    /// A whole object.
    public Optional<byte[]> object(String key) {
        return bucket.get(key).map(stored -> stored.bytes().value());
    }

    /// Keys of uploads that were begun and neither completed nor aborted.
    public List<String> unfinished() {
        return bucket.uploads("").stream().map(Upload::key).toList();
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public AwsReply answer(AwsRequest request) {
        String[] path = AwsRequest.decode(request.path()).substring(1).split("/", 2);
        if (!path[0].equals(bucketName)) {
            return refuse(request, 404, "NoSuchBucket", "The specified bucket does not exist");
        }
        try {
            return route(request, path.length == 2 ? path[1] : "");
        } catch (Refused e) {
            return refuse(request, STATUS.getOrDefault(e.code(), 400), e.code(), "Refused");
        } catch (IOException e) {
            return refuse(request, 400, "IncompleteBody", "Not readable");
        }
    }

    @Override
    public AwsReply refuse(AwsRequest request, int status, String code, String message) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    }

    private AwsReply route(AwsRequest request, String key) throws Refused, IOException {
        Map<String, String> parameters = request.parameters();
        Optional<String> upload = Optional.ofNullable(parameters.get("uploadId"));
        return switch (request.method()) {
            case "PUT" ->
                upload.isPresent()
                        ? uploadPart(request, upload.get(), parameters.getOrDefault("partNumber", "0"))
                        : putObject(request, key);
            case "POST" -> upload.isPresent() ? complete(request, key, upload.get()) : begin(request, key);
            case "DELETE" -> abort(upload.orElseThrow(() -> new Refused("NotImplemented")));
            case "GET", "HEAD" -> {
                if (parameters.containsKey("uploads")) {
                    yield list(parameters.getOrDefault("prefix", ""));
                }
                yield upload.isPresent() ? parts(upload.get()) : get(key);
            }
            default -> throw new Refused("MethodNotAllowed");
        };
    }

    private AwsReply putObject(AwsRequest request, String key) throws Refused, IOException {
        requireEncryption(request);
        AwsChunks chunks = AwsChunks.of(request);
        String checksum = checked(chunks);
        bucket.put(
                key, new Stored(chunks.payload(), request.header("content-type").orElse(""), keyId));
        return encrypted(xml(200, "")).with("ETag", etag(chunks.payload())).with("x-amz-checksum-crc32", checksum);
    }

    private AwsReply begin(AwsRequest request, String key) throws Refused {
        requireEncryption(request);
        if (!request.header("x-amz-checksum-algorithm").orElse("").equals("CRC32")) {
            throw new Refused("InvalidRequest");
        }
        Upload upload = bucket.begin(key, request.header("content-type").orElse(""), keyId);
        return encrypted(xml(
                200,
                "<InitiateMultipartUploadResult><Bucket>" + bucketName + "</Bucket><Key>" + key + "</Key><UploadId>"
                        + upload.id() + "</UploadId></InitiateMultipartUploadResult>"));
    }

    private AwsReply uploadPart(AwsRequest request, String id, String number) throws Refused, IOException {
        AwsChunks chunks = AwsChunks.of(request);
        String checksum = checked(chunks);
        bucket.part(id, Integer.parseInt(number), new Part(chunks.payload(), etag(chunks.payload()), checksum));
        return encrypted(xml(200, "")).with("ETag", etag(chunks.payload())).with("x-amz-checksum-crc32", checksum);
    }

    private AwsReply complete(AwsRequest request, String key, String id) throws Refused {
        bucket.complete(id, S3Xml.parts(request.text()));
        return encrypted(xml(
                200,
                "<CompleteMultipartUploadResult><Bucket>" + bucketName + "</Bucket><Key>" + key
                        + "</Key><ETag>\"whole-1\"</ETag></CompleteMultipartUploadResult>"));
    }

    private AwsReply abort(String id) throws Refused {
        bucket.abort(id);
        return AwsReply.of(204, "application/xml", new byte[0]);
    }

    private AwsReply get(String key) throws Refused {
        Stored stored = bucket.get(key).orElseThrow(() -> new Refused("NoSuchKey"));
        return encrypted(AwsReply.of(200, stored.contentType(), stored.bytes().value()));
    }

    private AwsReply list(String prefix) {
        String uploads = bucket.uploads(prefix).stream()
                .map(each -> "<Upload><Key>" + each.key() + "</Key><UploadId>" + each.id() + "</UploadId></Upload>")
                .collect(Collectors.joining());
        return xml(
                200,
                "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>" + uploads
                        + "</ListMultipartUploadsResult>");
    }

    private AwsReply parts(String id) throws Refused {
        String parts = bucket.upload(id).parts().entrySet().stream()
                .map(each -> "<Part><PartNumber>" + each.getKey() + "</PartNumber><ETag>"
                        + each.getValue().etag() + "</ETag><Size>"
                        + each.getValue().bytes().length() + "</Size><ChecksumCRC32>"
                        + each.getValue().checksum() + "</ChecksumCRC32></Part>")
                .collect(Collectors.joining());
        return xml(200, "<ListPartsResult><IsTruncated>false</IsTruncated>" + parts + "</ListPartsResult>");
    }

    private void requireEncryption(AwsRequest request) throws Refused {
        boolean kms = request.header("x-amz-server-side-encryption").orElse("").equals("aws:kms");
        boolean ours = request.header("x-amz-server-side-encryption-aws-kms-key-id")
                .orElse("")
                .equals(keyId);
        if (!kms || !ours) {
            throw new Refused("AccessDenied");
        }
    }

    private AwsReply encrypted(AwsReply reply) {
        return reply.with("x-amz-server-side-encryption", "aws:kms")
                .with("x-amz-server-side-encryption-aws-kms-key-id", keyId);
    }

    /// The checksum, which must be there and fit.
    private static String checked(AwsChunks chunks) throws Refused {
        CRC32 crc = new CRC32();
        crc.update(chunks.payload().value());
        String right = Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        if (!right.equals(chunks.trailers().get("x-amz-checksum-crc32"))) {
            throw new Refused("BadDigest");
        }
        return right;
    }

    private static String etag(Bytes bytes) {
        return "\"" + SigV4.sha256(bytes.value()).substring(0, 32) + "\"";
    }

    private static AwsReply xml(int status, String body) {
        return AwsReply.of(
                status,
                "application/xml",
                body.isEmpty() ? new byte[0] : body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
