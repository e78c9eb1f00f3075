package dev.pickup.core.agent;

/// Settings to start an agent from.
///
/// @param id          stable, e.g. `clinic`
/// @param title       shown to people
/// @param description one sentence: for whom, and what it can do
public record AgentTemplate(String id, String title, String description, AgentSettings settings) {}
