package dev.pickup.media.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TextMessagesTest {
    private final TextMessages messages = new TextMessages(5_000);

    @Test
    void aMessageInOneFrameIsCompleteAtOnceAndTheNextOneReplacesIt() {
        assertThat(add("first", true)).isTrue();
        assertThat(text()).isEqualTo("first");
        assertThat(add("2nd", true)).isTrue();
        assertThat(text()).isEqualTo("2nd");
    }

    @Test
    void aMessageInPiecesIsPutTogether() {
        assertThat(add("{\"event\":", false)).isFalse();
        assertThat(add("\"stop", false)).isFalse();
        assertThat(add("\"}", true)).isTrue();

        assertThat(text()).isEqualTo("{\"event\":\"stop\"}");
    }

    @Test
    void aLongMessageIsKeptWhole() {
        add("x".repeat(4_000), true);

        assertThat(text()).hasSize(4_000);
        assertThat(messages.tooLong()).isFalse();
    }

    @Test
    void ofOneThatIsTooLongNoMoreThanThatIsKept() {
        add("x".repeat(3_000), false);
        add("x".repeat(3_000), false);
        add("x".repeat(1_000_000), false);

        assertThat(messages.tooLong()).isTrue();
        assertThat(messages.length()).isLessThanOrEqualTo(5_001);
    }

    private boolean add(String text, boolean last) {
        return messages.add(ByteBuffer.wrap(text.getBytes(UTF_8)), last);
    }

    private String text() {
        return new String(messages.bytes(), 0, messages.length(), UTF_8);
    }
}
