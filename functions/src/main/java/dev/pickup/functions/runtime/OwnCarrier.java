package dev.pickup.functions.runtime;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.telnyx.TelnyxClient;
import dev.pickup.core.carrier.telnyx.TelnyxManagedNumbers;
import dev.pickup.core.carrier.telnyx.TelnyxNumberMarket;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Function;

/// The carrier account that managed numbers are bought on.
///
/// @param carriers        gives commands to its calls, by the carrier's name
/// @param market          where its numbers are bought
/// @param managed         the numbers that it has
/// @param telnyxPublicKey base64 of 32 raw bytes, which verifies Telnyx' webhooks
public record OwnCarrier(
        Function<CarrierName, Carrier> carriers, NumberMarket market, ManagedNumbers managed, String telnyxPublicKey) {
    /// An account at Telnyx, or at a stand-in.
    ///
    /// @param publicBaseUrl how the carrier reaches our webhooks
    public static OwnCarrier telnyx(TelnyxSettings settings, HttpClient http, String publicKey, URI publicBaseUrl) {
        Carrier telnyx = new TelnyxClient(settings, http);
        Function<CarrierName, Carrier> carriers = name -> switch (name) {
            case TELNYX -> telnyx;
            case TWILIO -> throw new IllegalArgumentException("No account of ours is with this carrier.");
        };
        return new OwnCarrier(
                carriers,
                new TelnyxNumberMarket(settings.forNumbers(), http),
                new TelnyxManagedNumbers(settings.forNumbers(), http, publicBaseUrl),
                publicKey);
    }

    /// The same, with another way to the calls.
    public OwnCarrier withCarriers(Function<CarrierName, Carrier> value) {
        return new OwnCarrier(value, market, managed, telnyxPublicKey);
    }
}
