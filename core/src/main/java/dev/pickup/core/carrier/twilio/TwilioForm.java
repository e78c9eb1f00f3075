package dev.pickup.core.carrier.twilio;

import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The form parameters of a webhook. Nothing is trimmed: all of it is signed.
final class TwilioForm {
    private final Map<String, TreeSet<String>> values = new TreeMap<>();

    private TwilioForm() {}

    /// @throws WebhookRefusedException `MALFORMED`
    static TwilioForm of(WebhookRequest request) {
        TwilioForm form = new TwilioForm();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        try {
            for (String pair : body.isEmpty() ? new String[0] : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                form.values
                        .computeIfAbsent(decoded(parts[0]), _ -> new TreeSet<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        } catch (IllegalArgumentException _) {
            throw new WebhookRefusedException(Reason.MALFORMED);
        }
        return form;
    }

    /// The value; empty text when there is none.
    String get(String name) {
        TreeSet<String> all = values.get(name);
        return all == null ? "" : all.first();
    }

    /// As the SDK's validator wants them: it knows one value for a name and signs name and value in turn. A name
    /// that is repeated is signed once for each distinct value, in order; so its further values bring their names
    /// with them.
    Map<String, String> toBeSigned() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(e.getKey(), e.getValue())));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Numbers are personal data.
    @Override
    public String toString() {
        return "TwilioForm[" + values.size() + " parameters]";
    }
}
