package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;

/// How the carrier stands to a customer.
public enum Standing {
    ACTIVE,
    /// Paid nothing yet: of the numbers that can be had only local ones of its own country are shown in full, and one
    /// can be bought in the account's life. Source: Telnyx "Trial Account Privileges & Limitations" (2026).
    TRIAL,
    /// Out of funds for too long: every request is refused with `20012`.
    INACTIVE,
    /// Every request is refused with `20013`.
    BLOCKED,
    /// Every request is refused with `20014`.
    NOT_VERIFIED;

    /// @throws ApiProblem 403: the account may do nothing
    void admit() {
        switch (this) {
            case ACTIVE, TRIAL -> {}
            case INACTIVE -> throw new ApiProblem(ErrorCode.ACCOUNT_INACTIVE, "The account is inactive.");
            case BLOCKED -> throw new ApiProblem(ErrorCode.ACCOUNT_BLOCKED, "The account is blocked.");
            case NOT_VERIFIED -> throw new ApiProblem(ErrorCode.ACCOUNT_NOT_VERIFIED, "The account is not verified.");
        }
    }
}
