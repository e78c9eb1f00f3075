package dev.pickup.local.stack;

import java.net.URI;

/// An OpenAI-compatible endpoint as the language model.
///
/// @param baseUrl such as `https://api.example.com/v1`
/// @param apiKey  sent as bearer token; empty string for none
/// @param name    the model's name at that endpoint
public record ModelAccess(URI baseUrl, String apiKey, String name) {
    /// The key is not printed.
    @Override
    public String toString() {
        return "ModelAccess[" + baseUrl + ", " + name + "]";
    }
}
