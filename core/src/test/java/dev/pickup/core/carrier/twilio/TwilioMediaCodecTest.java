package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioMediaCodecTest {
    private static final String STREAM = "MZ" + "a".repeat(32);

    @Test
    void readsWhatTwilioSends() {
        assertThat(TwilioMediaCodec.decode("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}"))
                .isEqualTo(new TwilioMediaMessage.Connected());
        assertThat(TwilioMediaCodec.decode("""
                {"event":"start","sequenceNumber":"1","streamSid":"%1$s","start":{"accountSid":"AC1",
                 "streamSid":"%1$s","callSid":"CA1","tracks":["inbound"],
                 "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},
                 "customParameters":{"token":"t0p"}}}""".formatted(STREAM)))
                .isEqualTo(new TwilioMediaMessage.Started(STREAM, "CA1", Optional.of("t0p"), true));
        assertThat(TwilioMediaCodec.decode("""
                {"event":"media","sequenceNumber":"3","streamSid":"MZ1",
                 "media":{"track":"inbound","chunk":"7","timestamp":"5","payload":"AAEC"}}""")).isInstanceOfSatisfying(TwilioMediaMessage.Media.class, media -> {
            assertThat(media.chunk()).isEqualTo(7);
            assertThat(media.payload()).containsExactly(0, 1, 2);
        });
        assertThat(TwilioMediaCodec.decode(
                        "{\"event\":\"dtmf\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"5\"}}"))
                .isEqualTo(new TwilioMediaMessage.Dtmf('5'));
        assertThat(TwilioMediaCodec.decode("{\"event\":\"mark\",\"mark\":{\"name\":\"u7\"}}"))
                .isEqualTo(new TwilioMediaMessage.Mark("u7"));
        assertThat(TwilioMediaCodec.decode("{\"event\":\"stop\",\"stop\":{\"callSid\":\"CA1\"}}"))
                .isEqualTo(new TwilioMediaMessage.Stopped());
        assertThat(TwilioMediaCodec.decode("{\"event\":\"new\"}")).isEqualTo(new TwilioMediaMessage.Other("new"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"event\":\"media\"}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"*\"}}",
                "{\"event\":\"start\",\"start\":{\"streamSid\":\"x\\\"y\",\"callSid\":\"CA1\"}}",
                "{\"event\":\"dtmf\"}"
            })
    void anythingElseIsUnreadable(String frame) {
        assertThat(TwilioMediaCodec.decode(frame)).isInstanceOf(TwilioMediaMessage.Unreadable.class);
    }

    @Test
    void everyFrameThatGoesOutNamesTheStream() {
        assertThat(TwilioMediaCodec.media(STREAM, new byte[] {0, 1, 2}))
                .isEqualTo("{\"event\":\"media\",\"streamSid\":\"" + STREAM + "\",\"media\":{\"payload\":\"AAEC\"}}");
        assertThat(TwilioMediaCodec.mark(STREAM, "a\"b"))
                .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"" + STREAM + "\",\"mark\":{\"name\":\"a\\\"b\"}}");
        assertThat(TwilioMediaCodec.clear(STREAM)).isEqualTo("{\"event\":\"clear\",\"streamSid\":\"" + STREAM + "\"}");
    }
}
