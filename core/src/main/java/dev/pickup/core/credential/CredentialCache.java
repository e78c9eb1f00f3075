package dev.pickup.core.credential;

import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Credentials kept open for a few minutes, so that a call does not ask the key service for each webhook
/// and each command. In memory only; a deleted credential is forgotten within [#KEPT]. Any thread.
public final class CredentialCache {
    // A call takes a handful of webhooks and commands within minutes. Chosen; KMS bills every opening.
    private static final Duration KEPT = Duration.ofMinutes(5);
    // A process that serves more customers at once opens some of them again.
    private static final int MOST = 500;

    private final CredentialOpener opener;
    private final InstantSource clock;
    private final ConcurrentHashMap<CredentialId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(OpenedCredential credential, Instant until) {}

    public CredentialCache(CredentialOpener opener, InstantSource clock) {
        this.opener = opener;
        this.clock = clock;
    }

    /// Empty: there is none of this id. Faults as [CredentialOpener].
    public Optional<OpenedCredential> find(CredentialId id) {
        Instant now = clock.instant();
        Kept known = kept.get(id);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.credential());
        }
        Optional<OpenedCredential> opened = opener.open(id);
        if (kept.size() >= MOST) {
            kept.clear();
        }
        opened.ifPresentOrElse(found -> kept.put(id, new Kept(found, now.plus(KEPT))), () -> kept.remove(id));
        return opened;
    }

    /// For commands to a call of this credential.
    ///
    /// @throws CarrierRejectedException `NOT_ALLOWED`: it was deleted meanwhile
    public OpenedCredential get(CredentialId id) {
        return find(id).orElseThrow(() -> new CarrierRejectedException(Reason.NOT_ALLOWED, "credential-gone", ""));
    }
}
