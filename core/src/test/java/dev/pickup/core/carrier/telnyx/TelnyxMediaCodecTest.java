package dev.pickup.core.carrier.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames as the documentation page "Media Streaming over WebSockets" shows them.
class TelnyxMediaCodecTest {
    @Test
    void readsTheTokenOfTheFirstFrameWhereverItStands() {
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"connected","version":"1.0.0","connected":{"x-telnyx-streaming-auth-token":"t0p"}}""")).isEqualTo(new TelnyxMediaMessage.Connected(Optional.of("t0p")));
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"connected","protocol":"Call","x-telnyx-streaming-auth-token":"t0p"}""")).isEqualTo(new TelnyxMediaMessage.Connected(Optional.of("t0p")));
        assertThat(TelnyxMediaCodec.decode("{\"event\":\"connected\",\"version\":\"1.0.0\"}"))
                .isEqualTo(new TelnyxMediaMessage.Connected(Optional.empty()));
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(new TelnyxMediaMessage.Connected(Optional.of("t0p")).toString())
                .doesNotContain("t0p");
    }

    @ParameterizedTest(name = "{0} at {1} Hz")
    @CsvSource({"L16,16000,L16", "audio/L16,8000,L16", "PCMU,8000,PCMU", "audio/x-mulaw,8000,PCMU"})
    void readsTheFormatThatWillReallyCome(String encoding, int rate, String meaning) {
        for (String number : new String[] {String.valueOf(rate), "\"" + rate + "\""}) {
            assertThat(TelnyxMediaCodec.decode("""
                    {"event":"start","sequence_number":"1","stream_id":"32DE",\
                    "start":{"user_id":"u","call_control_id":"v3:abc","from":"+1","to":"+2","tags":[],\
                    "media_format":{"encoding":"%s","sample_rate":%s,"channels":1}}}""".formatted(encoding, number)))
                    .isEqualTo(new TelnyxMediaMessage.Started(
                            "32DE", "v3:abc", new TelnyxMediaMessage.MediaFormat(meaning, rate, 1)));
        }
    }

    @Test
    void readsTheSmallEvents() {
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"dtmf","stream_id":"32DE","sequence_number":"5","dtmf":{"digit":"1"}}""")).isEqualTo(new TelnyxMediaMessage.Dtmf('1'));
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"mark","stream_id":"32DE","sequence_number":"5","mark":{"name":"u7-s3"}}""")).isEqualTo(new TelnyxMediaMessage.Mark("u7-s3"));
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"error","stream_id":"3","payload":{"code":100004,"title":"invalid_media","detail":"x"}}""")).isEqualTo(new TelnyxMediaMessage.Failure(100_004, "invalid_media"));
        assertThat(TelnyxMediaCodec.decode("""
                {"event":"stop","sequence_number":"5","stop":{"call_control_id":"v3:abc"}}""")).isEqualTo(new TelnyxMediaMessage.Stopped());
        assertThat(TelnyxMediaCodec.decode("{\"event\":\"weather\"}"))
                .isEqualTo(new TelnyxMediaMessage.Other("weather"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "42",
                "null",
                "{}",
                "{\"event\":",
                "{\"event\":\"media\"}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"***\"}}",
                "{\"event\":\"start\",\"start\":{}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"11\"}}"
            })
    void whatIsNotAFrameIsUnreadableAndNotAFault(String garbage) {
        assertThat(TelnyxMediaCodec.decode(garbage)).isInstanceOf(TelnyxMediaMessage.Unreadable.class);
    }

    @Test
    void theQuickPathReadsWhatTheJsonParserReads() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] audio = new byte[random.nextInt(700)];
            random.nextBytes(audio);
            String frame = mediaFrame(random, Base64.getEncoder().encodeToString(audio));
            var quick = scan(frame);
            var whole = (TelnyxMediaMessage.Media) TelnyxMediaCodec.decodeJson(frame);
            assertThat(quick).as(frame).isNotNull();
            assertThat(quick.inbound()).isEqualTo(whole.inbound());
            assertThat(quick.chunk()).isEqualTo(whole.chunk());
            assertThat(bytes(quick)).isEqualTo(bytes(whole)).isEqualTo(audio);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"media\",\"media\":{\"payload\":\"\\u0041AAA\"}}",
                "{ \"event\":\"media\", \"media\":{\"payload\":\"AAAA\"}}",
                "{\"event\":\"media\",\"extra\":{},\"media\":{\"payload\":\"AA\\/A\"}}"
            })
    void theUnusualIsLeftToTheJsonParser(String frame) {
        assertThat(scan(frame)).isNull();
        assertThat(TelnyxMediaCodec.decode(frame)).isInstanceOf(TelnyxMediaMessage.Media.class);
    }

    @Test
    void theQuickPathNeverThrows() {
        Random random = new Random(11);
        String whole = "{\"event\":\"media\",\"stream_id\":\"3\",\"media\":{\"chunk\":\"2\",\"payload\":\"AAEC\"}}";
        for (int cut = 0; cut < whole.length(); cut++) {
            assertThat(scan(whole.substring(0, cut))).isNull();
            StringBuilder bent = new StringBuilder(whole);
            bent.setCharAt(cut, (char) random.nextInt(65_536));
            scan(bent.toString());
        }
    }

    @Test
    void theWriterOfAStreamWritesTheSameFrames() {
        Random random = new Random(5);
        TelnyxMediaWriter writer = new TelnyxMediaWriter();
        for (int length : new int[] {640, 160, 1, 0, 1_280, 2, 640}) {
            byte[] audio = new byte[length];
            random.nextBytes(audio);
            assertThat(writer.media(audio)).isEqualTo(TelnyxMediaCodec.media(audio));
        }
    }

    @Test
    void writesFramesAsTheCarrierReadsThem() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(TelnyxMediaCodec.media(new byte[] {1, 2, 3})))
                .isEqualTo(json.readTree("{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"}}"));
        assertThat(json.readTree(TelnyxMediaCodec.mark("u7\"s3")))
                .isEqualTo(json.readTree("{\"event\":\"mark\",\"mark\":{\"name\":\"u7\\\"s3\"}}"));
        assertThat(TelnyxMediaCodec.clear()).isEqualTo("{\"event\":\"clear\"}");
    }

    private static String mediaFrame(Random random, String payload) {
        String number = Integer.toString(random.nextInt(100_000));
        String chunk = random.nextBoolean() ? "\"" + number + "\"" : number;
        String track = random.nextBoolean() ? "inbound" : "outbound";
        String inside = random.nextBoolean()
                ? "\"track\":\"%s\",\"chunk\":%s,\"timestamp\":\"5\",\"payload\":\"%s\""
                        .formatted(track, chunk, payload)
                : "\"payload\":\"%3$s\",\"timestamp\":77,\"chunk\":%2$s,\"track\":\"%1$s\""
                        .formatted(track, chunk, payload);
        return random.nextBoolean()
                ? "{\"event\":\"media\",\"sequence_number\":\"4\",\"stream_id\":\"32DE\",\"media\":{" + inside + "}}"
                : "{\"media\":{" + inside + "},\"stream_id\":\"32DE\",\"sequence_number\":4,\"event\":\"media\"}";
    }

    private static byte[] bytes(TelnyxMediaMessage.Media media) {
        return media.payload();
    }

    private static TelnyxMediaMessage.Media scan(String frame) {
        byte[] text = frame.getBytes(UTF_8);
        return MediaFrameScanner.scan(text, text.length);
    }
}
