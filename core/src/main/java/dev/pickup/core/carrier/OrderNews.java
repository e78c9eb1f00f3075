package dev.pickup.core.carrier;

import java.util.Optional;

/// A carrier says that there is something new about an order; what, is to be asked.
///
/// @param id        of this fact; the same on every delivery of it
/// @param reference what we called the order; empty when it is none of ours
public record OrderNews(String id, Optional<String> reference) {}
