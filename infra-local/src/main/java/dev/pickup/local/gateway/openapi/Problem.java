package dev.pickup.local.gateway.openapi;

/// One thing that is wrong with a message.
///
/// @param in      `body`, `path`, `query` or `header`
/// @param pointer JSON pointer to the place: into the body, or `/<name>` for a parameter
/// @param detail  what is wrong, for a person
public record Problem(String in, String pointer, String detail) {}
