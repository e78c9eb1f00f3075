package dev.pickup.media.failover;

import java.util.LinkedHashMap;
import java.util.Map;

/// How many second requests an agent may cause: a share of its replies, saved up to a few. Any thread.
final class HedgeBudget {
    /// Agents that are remembered; the one that was quiet for longest goes first.
    private static final int MOST_AGENTS = 1_000;

    private final double mostSaved;
    private final double atFirst;
    private final Map<Object, Double> saved = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Double> eldest) {
            return size() > MOST_AGENTS;
        }
    };

    /// @param mostSaved requests at once, at most
    /// @param atFirst   requests that are there before anything was earned
    HedgeBudget(double mostSaved, double atFirst) {
        this.mostSaved = mostSaved;
        this.atFirst = atFirst;
    }

    /// An agent replies, of whose replies this share may have a second request.
    synchronized void earn(Object agent, double share) {
        if (share > 0) {
            saved.merge(agent, atFirst + share, (before, _) -> Math.min(mostSaved, before + share));
        }
    }

    /// Whether a second request may be sent now; it is paid.
    boolean spend(Object agent) {
        return spend(agent, 0);
    }

    /// The same, for something that leaves so many to what is more urgent.
    synchronized boolean spend(Object agent, double reserve) {
        double left = saved.getOrDefault(agent, 0.0);
        if (left < 1 + reserve) {
            return false;
        }
        saved.put(agent, left - 1);
        return true;
    }
}
