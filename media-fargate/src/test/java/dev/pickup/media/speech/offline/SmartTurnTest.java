package dev.pickup.media.speech.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.media.listening.EndOfTurn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With models of two operators: the mean of what goes in, squeezed to 0 to 1.
class SmartTurnTest {
    @TempDir
    private Path folder;

    @Test
    void aModelOfTheSpectrogramJudgesTheSound() throws IOException {
        Files.write(folder.resolve(SmartTurn.FILE), model(1, 80, 800));

        EndOfTurn model = SmartTurn.in(folder).orElseThrow();

        assertThat(model.judge(noise(128_000)))
                .as("more sound, brighter bands")
                .isBetween(model.judge(noise(9_000)) + 0.05, 1.0);
        assertThat(model.judge(new short[0])).isBetween(0.0, 0.5);
    }

    @Test
    void aModelOfTheSamplesIsGivenThemWithSilenceBefore() throws IOException {
        Files.write(folder.resolve(SmartTurn.FILE), model(1, 128_000));
        short[] loud = new short[64_000];
        Arrays.fill(loud, (short) 16_384);

        double judged = SmartTurn.in(folder).orElseThrow().judge(loud);

        assertThat(judged).isCloseTo(1 / (1 + Math.exp(-0.25)), within(1e-4));
    }

    @Test
    void withoutAFileThereIsNone() {
        assertThat(SmartTurn.in(folder)).isEmpty();
    }

    @Test
    void aFileThatIsNoModelIsRefusedWhenItIsOpened() throws IOException {
        Files.writeString(folder.resolve(SmartTurn.FILE), "These are words.");

        assertThatThrownBy(() -> SmartTurn.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no model that ONNX Runtime can run");
    }

    @Test
    void aModelOfAnotherKindIsRefused() throws IOException {
        Files.write(folder.resolve(SmartTurn.FILE), model(128_000));

        assertThatThrownBy(() -> SmartTurn.in(folder)).hasMessageContaining("no end-of-turn model");
    }

    private static short[] noise(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) ((i * 7_919L % 20_011) - 10_005);
        }
        return samples;
    }

    // An ONNX file by hand: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

    private static byte[] model(int... shape) {
        byte[] opset = message(number(2, 13));
        byte[] mean = message(text(1, "in"), text(2, "mean"), text(4, "ReduceMean"), bytes(5, keepDims()));
        byte[] squeeze = message(text(1, "mean"), text(2, "out"), text(4, "Sigmoid"));
        byte[] graph = message(
                bytes(1, mean),
                bytes(1, squeeze),
                text(2, "g"),
                bytes(11, value("in", shape)),
                bytes(12, value("out")));
        return message(number(1, 8), bytes(8, opset), bytes(7, graph));
    }

    private static byte[] keepDims() {
        return message(text(1, "keepdims"), number(3, 0), number(20, 2));
    }

    private static byte[] value(String name, int... shape) {
        byte[][] dimensions = Arrays.stream(shape)
                .mapToObj(size -> bytes(1, message(number(1, size))))
                .toArray(byte[][]::new);
        byte[] tensor = message(number(1, 1), bytes(2, message(dimensions)));
        return message(text(1, name), bytes(2, message(bytes(1, tensor))));
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(fields).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(UTF_8));
    }

    private static byte[] bytes(int field, byte[] content) {
        return message(varint((long) field << 3 | 2), varint(content.length), content);
    }

    private static byte[] number(int field, long value) {
        return message(varint((long) field << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 127) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }
}
