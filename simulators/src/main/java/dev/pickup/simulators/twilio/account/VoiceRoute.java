package dev.pickup.simulators.twilio.account;

/// Where a call to a number goes.
public sealed interface VoiceRoute {
    /// To somebody's telephone system; no webhook ever hears of it.
    record Trunk(String sid) implements VoiceRoute {}

    /// To a web server, which says what to do.
    record Urls(
            String url,
            String method,
            String fallbackUrl,
            String fallbackMethod,
            String statusCallback,
            String statusCallbackMethod)
            implements VoiceRoute {}

    /// The caller is told that the number is not in service.
    record Nowhere() implements VoiceRoute {}
}
