package dev.pickup.media.model.openai;

import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;

/// What an HTTP status means for a reply. Bodies of refusals are not read: they may repeat what we sent.
final class Refusal {
    private Refusal() {}

    /// @throws ModelRejectedException the request will not get better; says what to set
    /// @throws ModelUnavailableException worth repeating
    static void check(int status, String model) {
        if (status == 200) {
            return;
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new ModelUnavailableException(
                    "The model's endpoint is overloaded or out of order (HTTP " + status + ").");
        }
        throw new ModelRejectedException(
                switch (status) {
                    case 401, 403 -> "The model's endpoint refused the key (HTTP " + status + "): set MODEL_API_KEY.";
                    case 404 ->
                        "The model's endpoint knows no model `" + model
                                + "`, or is elsewhere (HTTP 404): check MODEL_NAME and MODEL_BASE_URL.";
                    case 402 ->
                        "The model's endpoint wants to be paid first (HTTP 402): check the account of MODEL_API_KEY.";
                    default ->
                        "The model's endpoint refused the request (HTTP " + status
                                + "): check that MODEL_NAME can stream and call tools.";
                });
    }
}
