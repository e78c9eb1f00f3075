/// The AI that answers: its settings, versioned. Start at [AgentSettings].
@NullMarked
package dev.pickup.core.agent;

import org.jspecify.annotations.NullMarked;
