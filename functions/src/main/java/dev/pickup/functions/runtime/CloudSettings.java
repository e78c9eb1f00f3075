package dev.pickup.functions.runtime;

import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.customer.CustomerCarriers;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KmsDataKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;

/// The settings of a function in the cloud, from its environment. The names are product contract, but `EVENT_BUS_NAME`
/// and `VAULT_KEY_ID`, which the stack sets.
final class CloudSettings {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /// KMS answers in tens of milliseconds; the client repeats three times.
    private static final Duration KMS = Duration.ofSeconds(2);

    private CloudSettings() {}

    /// @throws IllegalStateException some are missing; all of them are named
    static FunctionSettings read(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        String publicBase = required(environment, "PUBLIC_BASE_URL", missing);
        String apiKey = required(environment, "TELNYX_API_KEY", missing);
        String publicKey = required(environment, "TELNYX_PUBLIC_KEY", missing);
        String busName = required(environment, "EVENT_BUS_NAME", missing);
        String vaultKey = required(environment, "VAULT_KEY_ID", missing);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Set " + String.join(", ", missing) + " in the function's environment.");
        }
        Clock clock = Clock.systemUTC();
        URI apiBase = URI.create(environment.getOrDefault("TELNYX_API_BASE", "https://api.telnyx.com/v2"));
        return new FunctionSettings(
                DatabaseClient.create(),
                new EventBridgeBus(eventBridge(), busName),
                OwnCarrier.telnyx(
                        TelnyxSettings.of(apiBase, apiKey),
                        HttpClient.newBuilder().connectTimeout(CONNECT).build(),
                        publicKey,
                        URI.create(publicBase)),
                customers(
                        apiBase,
                        URI.create(environment.getOrDefault("TWILIO_API_BASE", "https://api.twilio.com")),
                        URI.create(publicBase),
                        vaultKey),
                URI.create(publicBase),
                new EmfMetrics(System.out, clock),
                clock,
                new SecureRandom());
    }

    private static Customers customers(URI telnyx, URI twilio, URI publicBase, String vaultKey) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        KmsClient kms = KmsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(KMS))
                .build();
        return new Customers(
                new CustomerCarriers(telnyx, twilio, publicBase, http),
                new EnvelopeVault(new KmsDataKeys(kms, vaultKey), new SecureRandom()),
                TestCalls.NONE);
    }

    private static EventBridgeClient eventBridge() {
        return EventBridgeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
                .build();
    }

    private static String required(Map<String, String> environment, String name, List<String> missing) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            missing.add(name);
        }
        return value;
    }
}
