package software.amazon.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Held against the codec's own messages, which are Amazon's classes.
class MessageDecoderTest {
    private static final int LARGEST_IDLE = 64;

    private final MessageDecoder decoder = new MessageDecoder();

    @Property(tries = 500)
    void whereverTheBytesAreCutTheMessagesAreTheSame(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 3_000) Integer> sizes,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 700) Integer> cuts) {
        List<Message> sent = sizes.stream().map(MessageDecoderTest::message).toList();
        MessageDecoder each = new MessageDecoder();
        List<Message> heard = new ArrayList<>();
        MessageDecoder telling = new MessageDecoder(heard::add);

        for (byte[] piece : pieces(bytes(sent), cuts)) {
            each.feed(piece);
            telling.feed(piece);
        }

        assertThat(each.getDecodedMessages()).isEqualTo(sent);
        assertThat(heard).isEqualTo(sent);
        assertThat(each.currentBufferSize()).isLessThan(LARGEST_IDLE);
    }

    @Test
    void aMessageIsToldWithItsLastByteAndNotBefore() {
        byte[] bytes = bytes(List.of(message(100)));

        decoder.feed(bytes, 0, bytes.length - 1);
        assertThat(decoder.getDecodedMessages()).isEmpty();

        decoder.feed(bytes, bytes.length - 1, 1);
        assertThat(decoder.getDecodedMessages()).containsExactly(message(100));
        assertThat(decoder.getDecodedMessages()).isEmpty();
    }

    @Test
    void anOpenStreamHoldsNoMoreThanTheMessageItIsAt() {
        assertThat(decoder.currentBufferSize()).isZero();
        byte[] large = bytes(List.of(message(1_000_000)));

        decoder.feed(large, 0, large.length / 2);
        assertThat(decoder.currentBufferSize()).isEqualTo(large.length);

        decoder.feed(large, large.length / 2, large.length - large.length / 2);
        assertThat(decoder.getDecodedMessages()).containsExactly(message(1_000_000));
        assertThat(decoder.currentBufferSize()).isZero();
    }

    @Test
    void bytesOutsideTheHeapAreReadToo() {
        byte[] bytes = bytes(List.of(message(10), message(20)));
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
        direct.put(bytes).flip();

        decoder.feed(direct);

        assertThat(direct.hasRemaining()).isFalse();
        assertThat(decoder.getDecodedMessages()).containsExactly(message(10), message(20));
    }

    @Test
    void aMessageKeepsItsBytesWhenTheSendersBufferIsUsedAgain() {
        byte[] bytes = bytes(List.of(message(50)));
        decoder.feed(bytes);
        Arrays.fill(bytes, (byte) 7);

        assertThat(decoder.getDecodedMessages()).containsExactly(message(50));
    }

    @Test
    void aWrongByteIsRefusedWhereverItIs() {
        byte[] good = bytes(List.of(message(40)));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThatThrownBy(() -> new MessageDecoder().feed(bad))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void lengthsThatNoMessageHasAreRefusedBeforeAnythingIsSetAside() {
        byte[] endless = prelude(Integer.MAX_VALUE, 0);
        byte[] allHeaders = prelude(1_000_000, 900_000);
        byte[] tooShort = prelude(15, 0);

        for (byte[] bytes : List.of(endless, allHeaders, tooShort)) {
            assertThatThrownBy(() -> decoder.feed(bytes)).isInstanceOf(IllegalArgumentException.class);
            assertThat(decoder.currentBufferSize()).isLessThan(LARGEST_IDLE);
        }
    }

    @Test
    void whoGivesAConsumerIsNotKeptALog() {
        assertThatThrownBy(() -> new MessageDecoder(message -> {}).getDecodedMessages())
                .isInstanceOf(IllegalStateException.class);
    }

    private static Message message(int size) {
        byte[] payload = new byte[size];
        Arrays.fill(payload, (byte) size);
        return new Message(
                Map.of(
                        ":event-type", HeaderValue.fromString("AudioEvent"),
                        "size", HeaderValue.fromInteger(size),
                        ":content-type", HeaderValue.fromByteArray("audio".getBytes(StandardCharsets.UTF_8))),
                payload);
    }

    private static byte[] bytes(List<Message> messages) {
        var bytes = new ByteArrayOutputStream();
        messages.forEach(message -> message.encode(bytes));
        return bytes.toByteArray();
    }

    /// The sizes are used again and again until the bytes are used up.
    private static List<byte[]> pieces(byte[] bytes, List<Integer> sizes) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < bytes.length; i++) {
            int to = Math.min(bytes.length, from + sizes.get(i % sizes.size()));
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }

    private static byte[] prelude(int length, int headersLength) {
        ByteBuffer prelude = ByteBuffer.allocate(16).putInt(length).putInt(headersLength);
        var checksum = new java.util.zip.CRC32();
        checksum.update(prelude.array(), 0, Prelude.LENGTH);
        return prelude.putInt((int) checksum.getValue()).array();
    }
}
