package dev.pickup.simulators.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks a request's Signature Version 4 as a service does: key, scope, signed headers, body, signature.
/// Source: AWS IAM User Guide, "Create a signed AWS API request".
final class SigV4 {
    static final String ACCESS_KEY = "AKIAPICKUPLOCAL00000";
    static final String SECRET_KEY = "pickup/local/secret/key/of/no/account/000";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, "
                    + "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");
    private static final HexFormat HEX = HexFormat.of();

    private final String service;

    SigV4(String service) {
        this.service = service;
    }

    /// Why the request is refused: the service's error code; empty when it may pass.
    Optional<String> refusal(AwsRequest request) {
        Matcher given = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!given.matches()) {
            return Optional.of("MissingAuthenticationTokenException");
        }
        if (!given.group(1).equals(ACCESS_KEY)) {
            return Optional.of("UnrecognizedClientException");
        }
        if (!given.group(4).equals(service)) {
            return Optional.of("InvalidSignatureException: scoped to " + given.group(4));
        }
        if (!bodyIsWhatWasSigned(request)) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        String scope = given.group(2) + "/" + given.group(3) + "/" + service + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date").orElse("") + "\n" + scope + "\n"
                + sha256(canonical(request, given.group(5)).getBytes(StandardCharsets.UTF_8));
        byte[] key = hmac(("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8), given.group(2));
        for (String part : new String[] {given.group(3), service, "aws4_request"}) {
            key = hmac(key, part);
        }
        boolean right = HEX.formatHex(hmac(key, toSign)).equals(given.group(6));
        return right ? Optional.empty() : Optional.of("InvalidSignatureException");
    }

    /// Bodies that are signed in chunks, or not at all over TLS, say so instead of a hash.
    private static boolean bodyIsWhatWasSigned(AwsRequest request) {
        return request.header("x-amz-content-sha256")
                .filter(value -> value.length() == 64)
                .map(value -> value.equals(sha256(request.body())))
                .orElse(true);
    }

    private String canonical(AwsRequest request, String signedHeaders) {
        String headers = Arrays.stream(signedHeaders.split(";"))
                .map(name ->
                        name + ":" + request.header(name).orElse("").strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        String path = service.equals("s3") ? request.path() : encodedAgain(request.path());
        return String.join(
                "\n",
                request.method(),
                path,
                canonicalQuery(request.parameters()),
                headers,
                signedHeaders,
                request.header("x-amz-content-sha256").orElseGet(() -> sha256(request.body())));
    }

    private static String canonicalQuery(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encodedAgain(String path) {
        return Arrays.stream(path.split("/", -1)).map(SigV4::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
