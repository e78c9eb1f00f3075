package dev.pickup.local.house.broken.core.state;

import dev.pickup.local.house.broken.core.agent.BrokenAgent;
import java.net.http.HttpClient;

/// Breaks the rules on purpose.
public final class BrokenStore {
    void knows(BrokenAgent brokenAgent, HttpClient httpClient) {}
}
