package dev.pickup.functions.byop;

import dev.pickup.core.byop.OpenAccounts;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.credential.CredentialDesk;
import dev.pickup.core.credential.CredentialDesk.Taken;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.CredentialStore;
import dev.pickup.core.credential.Diagnosis;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.PageView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Clock;

/// Credentials: take in, list, test, delete; and the numbers that they open.
record CredentialRoutes(CredentialStore store, CredentialDesk desk, OpenAccounts accounts, Clock clock) {
    private static final String CREDENTIAL = "credential";

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(PageView.of(
                store.list(request.account(), request.limit(), request.query("next")), CredentialViews::view));
    }

    ApiResponse add(ApiRequest request) {
        CarrierCredentials credentials = CredentialBody.read(request.json());
        return switch (CarrierFaults.told(() -> desk.take(request.account(), credentials, clock.instant()))) {
            case Taken.Stored stored -> ApiResponse.json(201, CredentialViews.view(stored.credential()));
            case Taken.Refused refused -> throw refused(refused.diagnosis());
        };
    }

    ApiResponse test(ApiRequest request) {
        return CarrierFaults.told(() -> desk.test(request.account(), id(request), clock.instant()))
                .map(credential -> ApiResponse.ok(CredentialViews.view(credential)))
                .orElseThrow(() -> ProblemException.notFound(CREDENTIAL));
    }

    ApiResponse delete(ApiRequest request) {
        return switch (store.delete(request.account(), id(request))) {
            case DELETED -> ApiResponse.noContent();
            case IN_USE ->
                throw new ProblemException(
                        409,
                        "credential-in-use",
                        "Numbers were imported with these credentials; roll them back first.");
            case NOT_FOUND -> throw ProblemException.notFound(CREDENTIAL);
        };
    }

    ApiResponse numbers(ApiRequest request) {
        return CarrierFaults.told(() -> accounts.open(request.account(), id(request))
                .map(opened -> opened.carrierAccount().numbers(request.limit(), request.query("next")))
                .map(page -> ApiResponse.ok(PageView.of(page, CredentialViews::view)))
                .orElseThrow(() -> ProblemException.notFound(CREDENTIAL)));
    }

    /// Nothing was stored. The code says which kind of trouble it is, the table where it is and what to
    /// do.
    private static ProblemException refused(Diagnosis diagnosis) {
        Cause trouble = diagnosis.trouble().orElse(Cause.PERMISSION);
        return new ProblemException(
                trouble == Cause.UNREACHABLE ? 503 : 422,
                code(trouble),
                sentence(trouble),
                "findings",
                CredentialViews.findings(diagnosis.findings()));
    }

    private static String code(Cause trouble) {
        return switch (trouble) {
            case WRONG_SECRET -> "credential-wrong";
            case SUSPENDED -> "carrier-account-suspended";
            case WRONG_REGION -> "carrier-region-wrong";
            case UNREACHABLE -> "carrier-unavailable";
            case TRIAL, TRIAL_UNKNOWN, PERMISSION, SETUP, UNEXPECTED_ANSWER -> "capability-missing";
        };
    }

    private static String sentence(Cause trouble) {
        return switch (trouble) {
            case WRONG_SECRET -> "The carrier does not know this key or token; copy it again from its console.";
            case SUSPENDED ->
                "The carrier account is suspended, closed or out of money; put that right at the carrier.";
            case WRONG_REGION ->
                "The credentials belong to another region of the carrier; use those of its home region.";
            case UNREACHABLE -> "The carrier did not answer; nothing was stored, try again in a minute.";
            case TRIAL, TRIAL_UNKNOWN, PERMISSION, SETUP, UNEXPECTED_ANSWER ->
                "Something that we need is missing; the findings say what and where to grant it.";
        };
    }

    static CredentialId id(ApiRequest request) {
        return id(request.path("credentialId"));
    }

    static CredentialId id(String text) {
        try {
            return new CredentialId(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound(CREDENTIAL);
        }
    }
}
