package dev.pickup.core.call;

import dev.pickup.core.account.AccountId;

/// What we know of a dialled number at the moment it rings: whose it is, and who takes the call.
public record Resolution(AccountId account, Answering answering) {}
