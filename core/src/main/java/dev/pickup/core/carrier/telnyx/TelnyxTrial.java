package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a trial account from one that pays, by a read. Telnyx has no resource that names an account's level; what it
/// documents is that accounts on trial (and before it) see only *local* numbers of their own country in full, and all
/// others redacted: `+49351xxxxxxx`. A toll-free number is local nowhere, whatever the account's country, so one shown
/// in full proves that the account pays, and one that is redacted that it does not. It is never reserved or ordered.
///
/// Where no such number is shown, because the key may not search, there is none or nobody answers, it stays unknown.
///
/// Source: Telnyx "Trial Account Privileges & Limitations", "Pretrial Account ...", "Paid Account ..." (2026). Accounts
/// of the older framework of levels 1 and 2 have no trial; they see numbers in full.
final class TelnyxTrial {
    private static final String TOLL_FREE = "/available_phone_numbers?"
            + TelnyxLists.parameter("filter[country_code]", "US") + "&"
            + TelnyxLists.parameter("filter[phone_number_type]", "toll_free") + "&"
            + TelnyxLists.parameter("filter[limit]", "1");
    private static final Pattern FULL = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern REDACTED = Pattern.compile("\\+[1-9][0-9]*[xX]+");

    private TelnyxTrial() {}

    /// Of an account that was recognised.
    static Finding probe(TelnyxWire wire) {
        try {
            TelnyxReply reply = wire.get(TOLL_FREE);
            return reply.ok() ? shown(reply.data().path(0)) : unknown(reply.code());
        } catch (CarrierUnavailableException e) {
            return unknown(e.code());
        }
    }

    private static Finding shown(JsonNode offer) {
        String number = offer.path("phone_number").asText("");
        if (FULL.matcher(number).matches()) {
            return Finding.ok(Capability.OPEN_ACCOUNT);
        }
        return REDACTED.matcher(number).matches() ? trial() : unknown("no number shown");
    }

    private static Finding trial() {
        return new Finding(
                Capability.OPEN_ACCOUNT,
                Status.OK,
                "A trial account: it has one number at most, calls end after 10 minutes and begin with a notice, and only"
                        + " verified numbers can be called or texted.",
                "Telnyx Portal > Account > Account Levels: upgrade",
                Optional.of(Cause.TRIAL));
    }

    private static Finding unknown(String why) {
        return new Finding(
                Capability.OPEN_ACCOUNT,
                Status.OK,
                "Whether this is a trial account cannot be told: a search for numbers shows nothing to this key (" + why
                        + ").",
                "",
                Optional.of(Cause.TRIAL_UNKNOWN));
    }
}
