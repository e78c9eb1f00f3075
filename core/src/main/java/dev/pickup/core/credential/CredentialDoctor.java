package dev.pickup.core.credential;

import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Finds out what credentials allow, capability by capability, side by side, changing nothing. Blocking,
/// at most [#PATIENCE]; any thread.
public final class CredentialDoctor {
    // A person waits for the table; a carrier that is slower than this is no use in a call either. Chosen.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Repeat: harmless; the answer may differ. Never throws for what the carrier does.
    public Diagnosis examine(CarrierAccount account) {
        List<Capability> asked = List.copyOf(account.capabilities());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Finding>> answers = threads.invokeAll(
                    asked.stream()
                            .map(capability -> (Callable<Finding>) () -> account.probe(capability))
                            .toList(),
                    PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                findings.add(finding(asked.get(i), answers.get(i)));
            }
            return new Diagnosis(findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static Finding finding(Capability capability, Future<Finding> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException _) {
            return Finding.unknown(
                    capability, Cause.UNREACHABLE, "No answer within " + PATIENCE.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A probe answers with a finding, whatever happens", e.getCause());
        }
    }
}
