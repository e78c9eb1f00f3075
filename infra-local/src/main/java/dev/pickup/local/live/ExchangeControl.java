package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// The caller end of a simulated exchange, over its control API, which is the same at all of them. Blocks. Any thread.
public final class ExchangeControl {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final Http http;
    private final CarrierName carrier;
    private final URI controlUrl;
    private final URI calls;

    /// @param carrier whose exchange it is
    public ExchangeControl(HttpClient http, CarrierName carrier, URI controlUrl) {
        this.http = new Http(http, "The simulated exchange at " + controlUrl);
        this.carrier = carrier;
        this.controlUrl = controlUrl;
        this.calls = URI.create(controlUrl + "/calls");
    }

    public CarrierName carrier() {
        return carrier;
    }

    /// Whether a customer of the simulated Twilio has the number. The simulated Telnyx does not say.
    public boolean has(String number) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8);
        return http.send(HttpRequest.newBuilder(URI.create(controlUrl + "/numbers/" + encoded)))
                        .statusCode()
                == OK;
    }

    /// Dials. Returns as soon as the exchange has it; the call goes on by itself.
    ///
    /// @return the exchange's own name of the call
    /// @throws NoAnswerException the exchange cannot be reached, or refuses
    public String place(OutsideCall call) {
        HttpResponse<byte[]> response = http.send(HttpRequest.newBuilder(calls)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CallJson.of(call).toString())));
        return expect(response, ACCEPTED).path("id").asText();
    }

    /// What happened so far, as the exchange writes it.
    public JsonNode report(String id) {
        return expect(http.send(HttpRequest.newBuilder(at(id))), OK);
    }

    /// What was said and heard so far: a stereo WAV, caller left, agent right.
    public byte[] recording(String id) {
        HttpResponse<byte[]> response = http.send(HttpRequest.newBuilder(URI.create(at(id) + "/recording.wav")));
        if (response.statusCode() != OK) {
            throw http.refused(response);
        }
        return response.body();
    }

    /// The caller hangs up now. Harmless when the call is over.
    public void hangUp(String id) {
        expect(http.send(HttpRequest.newBuilder(at(id)).DELETE()), ACCEPTED);
    }

    private URI at(String id) {
        return URI.create(calls + "/" + id);
    }

    private JsonNode expect(HttpResponse<byte[]> response, int status) {
        if (response.statusCode() != status) {
            throw http.refused(response);
        }
        return Http.json(response);
    }
}
