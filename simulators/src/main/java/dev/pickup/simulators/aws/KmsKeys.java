package dev.pickup.simulators.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Symmetric keys and what is done with them. A ciphertext names its key (so `Decrypt` needs none named)
/// and is authenticated with the encryption context: any other context, or a changed byte, is an
/// `InvalidCiphertextException`, as the real one answers. Any thread.
final class KmsKeys {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 36;
    private static final String ARN = "arn:aws:kms:us-east-1:000000000000:key/";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();

    String create() {
        String id = UUID.randomUUID().toString();
        keys.put(id, bytes(KEY_BYTES));
        return ARN + id;
    }

    void disable(String arn) {
        disabled.add(id(arn));
    }

    ObjectNode generateDataKey(JsonNode request) {
        if (!request.path("KeySpec").asText().equals("AES_256")) {
            throw new KmsFault("ValidationException", 400);
        }
        String id = known(request.path("KeyId").asText());
        byte[] plain = bytes(KEY_BYTES);
        return answer(id)
                .put("Plaintext", Base64.getEncoder().encodeToString(plain))
                .put("CiphertextBlob", encrypt(id, plain, request.path("EncryptionContext")));
    }

    ObjectNode decrypt(JsonNode request) {
        byte[] blob = blob(request);
        byte[] plain = decrypt(blob, request.path("EncryptionContext"));
        String id = keyOf(blob);
        if (request.hasNonNull("KeyId")
                && !known(request.path("KeyId").asText()).equals(id)) {
            throw new KmsFault("IncorrectKeyException", 400);
        }
        return answer(id)
                .put("Plaintext", Base64.getEncoder().encodeToString(plain))
                .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    }

    ObjectNode reEncrypt(JsonNode request) {
        byte[] blob = blob(request);
        byte[] plain = decrypt(blob, request.path("SourceEncryptionContext"));
        String destination = known(request.path("DestinationKeyId").asText());
        return answer(destination)
                .put("SourceKeyId", ARN + keyOf(blob))
                .put("CiphertextBlob", encrypt(destination, plain, request.path("DestinationEncryptionContext")));
    }

    private byte[] decrypt(byte[] blob, JsonNode context) {
        String id = keyOf(blob);
        refuseDisabled(id);
        ByteBuffer in = ByteBuffer.wrap(blob, ID_BYTES, blob.length - ID_BYTES);
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, id, nonce, context).doFinal(sealed);
        } catch (GeneralSecurityException _) {
            throw new KmsFault("InvalidCiphertextException", 400);
        }
    }

    private String encrypt(String id, byte[] plain, JsonNode context) {
        byte[] nonce = bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce, context).doFinal(plain);
            byte[] blob = ByteBuffer.allocate(ID_BYTES + nonce.length + sealed.length)
                    .put(id.getBytes(UTF_8))
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(blob);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String id, byte[] nonce, JsonNode context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(Objects.requireNonNull(keys.get(id)), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        Map<String, String> sorted = new TreeMap<>();
        context.properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
        cipher.updateAAD(JSON.valueToTree(sorted).toString().getBytes(UTF_8));
        return cipher;
    }

    private String known(String nameOfKey) {
        String id = id(nameOfKey);
        if (!keys.containsKey(id)) {
            throw new KmsFault("NotFoundException", 400);
        }
        refuseDisabled(id);
        return id;
    }

    private void refuseDisabled(String id) {
        if (disabled.contains(id)) {
            throw new KmsFault("DisabledException", 400);
        }
    }

    private String keyOf(byte[] blob) {
        String id = blob.length > ID_BYTES + NONCE_BYTES ? new String(blob, 0, ID_BYTES, UTF_8) : "";
        if (!keys.containsKey(id)) {
            throw new KmsFault("InvalidCiphertextException", 400);
        }
        return id;
    }

    private static byte[] blob(JsonNode request) {
        try {
            return Base64.getDecoder().decode(request.path("CiphertextBlob").asText());
        } catch (IllegalArgumentException _) {
            throw new KmsFault("SerializationException", 400);
        }
    }

    private static String id(String arnOrId) {
        return arnOrId.substring(arnOrId.lastIndexOf('/') + 1);
    }

    private static ObjectNode answer(String id) {
        return JsonNodeFactory.instance.objectNode().put("KeyId", ARN + id);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
