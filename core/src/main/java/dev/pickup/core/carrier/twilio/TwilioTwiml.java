package dev.pickup.core.carrier.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;

/// TwiML for what a call shall do next. Pure.
///
/// Source: Twilio "TwiML Stream": `wss` only, no query string, so the token is the path's last element; what else the
/// socket needs comes as a parameter in its `start`. When the stream or the transfer is over, `action` is asked.
final class TwilioTwiml {
    /// Name of the parameter that holds the stream's second secret.
    static final String AUTH_TOKEN = "token";
    /// The caller hears it ring for this long before the transfer has failed; the carrier's default is 30 s.
    private static final int TRANSFER_RINGS_SECONDS = 25;

    private TwilioTwiml() {}

    static String stream(StreamRequest request, URI action) {
        Stream stream = new Stream.Builder()
                .url(request.url().toString())
                .parameter(new Parameter.Builder()
                        .name(AUTH_TOKEN)
                        .value(request.authToken())
                        .build())
                .build();
        Connect connect = new Connect.Builder()
                .action(action).method(HttpMethod.POST).stream(stream).build();
        return xml(new VoiceResponse.Builder().connect(connect));
    }

    /// Says it and hangs up.
    static String say(String sentence, String language) {
        Say say = new Say.Builder(sentence).option("language", language).build();
        return xml(new VoiceResponse.Builder().say(say).hangup(new Hangup.Builder().build()));
    }

    static String transfer(PhoneNumber to, URI action) {
        Dial dial = new Dial.Builder()
                .action(action)
                .method(HttpMethod.POST)
                .timeout(TRANSFER_RINGS_SECONDS)
                .answerOnBridge(true)
                .number(new Number.Builder(new com.twilio.type.PhoneNumber(to.e164())).build())
                .build();
        return xml(new VoiceResponse.Builder().dial(dial));
    }

    static String hangUp() {
        return xml(new VoiceResponse.Builder().hangup(new Hangup.Builder().build()));
    }

    private static String xml(VoiceResponse.Builder response) {
        try {
            return response.build().toXml();
        } catch (TwiMLException e) {
            throw new IllegalStateException("The SDK could not write TwiML", e);
        }
    }
}
