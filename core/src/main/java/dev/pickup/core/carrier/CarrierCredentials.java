package dev.pickup.core.carrier;

import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import java.util.Optional;
import java.util.regex.Pattern;

/// What opens a customer's own account at a carrier. Decrypted, so kept in memory only and as briefly as
/// possible.
public sealed interface CarrierCredentials {
    CarrierName carrier();

    /// The secret that a person knows the credentials by; its last four characters are shown.
    Secret known();

    /// A Telnyx API v2 key.
    record Telnyx(Secret apiKey) implements CarrierCredentials {
        private static final Pattern FORM = Pattern.compile("KEY[A-Za-z0-9_-]{4,200}");

        public Telnyx {
            if (!FORM.matcher(apiKey.reveal()).matches()) {
                throw new IllegalArgumentException("A Telnyx API key begins with KEY.");
            }
        }

        @Override
        public CarrierName carrier() {
            return CarrierName.TELNYX;
        }

        @Override
        public Secret known() {
            return apiKey;
        }
    }

    /// A Twilio account: requests are made with the API key when there is one, else with the auth token.
    ///
    /// @param accountSid `AC` and 32 hexadecimal digits; not a secret
    /// @param authToken  Twilio signs webhooks with it and with nothing else: without it none can be
    ///                   verified
    /// @param apiKey     may be restricted to some permissions
    record Twilio(String accountSid, Optional<Secret> authToken, Optional<ApiKey> apiKey)
            implements CarrierCredentials {
        private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");

        public Twilio {
            if (!ACCOUNT.matcher(accountSid).matches()) {
                throw new IllegalArgumentException("A Twilio account SID is AC and 32 hexadecimal digits.");
            }
            if (authToken.isEmpty() && apiKey.isEmpty()) {
                throw new IllegalArgumentException("Twilio needs the auth token, an API key, or better both.");
            }
        }

        @Override
        public CarrierName carrier() {
            return CarrierName.TWILIO;
        }

        @Override
        public Secret known() {
            return apiKey.map(ApiKey::secret).or(() -> authToken).orElseThrow();
        }

        /// @param sid `SK` and 32 hexadecimal digits; not a secret
        public record ApiKey(String sid, Secret secret) {
            private static final Pattern FORM = Pattern.compile("SK[0-9a-fA-F]{32}");

            public ApiKey {
                if (!FORM.matcher(sid).matches()) {
                    throw new IllegalArgumentException("A Twilio API key SID is SK and 32 hexadecimal digits.");
                }
            }
        }
    }
}
