package dev.pickup.core.customer;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierAccounts;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.telnyx.TelnyxAccounts;
import dev.pickup.core.carrier.telnyx.TelnyxWebhookCodec;
import dev.pickup.core.carrier.twilio.TwilioAccounts;
import dev.pickup.core.carrier.twilio.TwilioSettings;
import dev.pickup.core.carrier.twilio.TwilioWebhookCodec;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.net.http.HttpClient;

/// Customers' accounts at the carriers there are. Any thread.
public final class CustomerCarriers implements CarrierAccounts {
    private final TelnyxAccounts telnyx;
    private final TwilioAccounts twilio;
    private final URI publicBase;

    /// @param telnyxBase `https://api.telnyx.com/v2`, or a stand-in
    /// @param twilioBase `https://api.twilio.com`, or a stand-in for all of Twilio's hosts
    /// @param publicBase how carriers reach us
    /// @param client     shared by all of a process
    public CustomerCarriers(URI telnyxBase, URI twilioBase, URI publicBase, HttpClient client) {
        this.publicBase = publicBase;
        this.telnyx = new TelnyxAccounts(telnyxBase, client);
        this.twilio = new TwilioAccounts(TwilioSettings.of(twilioBase), client);
    }

    @Override
    public CarrierAccount open(CarrierCredentials credentials) {
        return switch (credentials) {
            case CarrierCredentials.Telnyx ofTelnyx -> telnyx.open(ofTelnyx);
            case CarrierCredentials.Twilio ofTwilio -> twilio.open(ofTwilio);
        };
    }

    @Override
    public Carrier calls(CarrierCredentials credentials) {
        return switch (credentials) {
            case CarrierCredentials.Telnyx ofTelnyx -> telnyx.calls(ofTelnyx);
            case CarrierCredentials.Twilio ofTwilio -> twilio.calls(ofTwilio, this::twilioVoice);
        };
    }

    @Override
    public WebhookCodec webhooks(CarrierName carrier, Secret key) {
        return switch (carrier) {
            case TELNYX -> new TelnyxWebhookCodec(key.reveal());
            case TWILIO -> new TwilioWebhookCodec(key);
        };
    }

    /// Asked by Twilio when a stream or a transfer of this leg is over.
    private URI twilioVoice(CallLeg leg) {
        return WebhookPlaces.twilioVoice(
                publicBase, leg.through().map(CredentialId::value).orElse(""));
    }
}
