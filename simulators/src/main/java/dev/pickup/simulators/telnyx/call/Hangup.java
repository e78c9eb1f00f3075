package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallReport.Party;

/// Why a leg ended.
///
/// @param cause  the carrier's word
/// @param source who ended the leg, seen from it: `caller`, `callee` or `unknown`
/// @param sip    a SIP status, or `unspecified` where there is none
/// @param by     who ended it, seen from outside
record Hangup(String cause, String source, String sip, Party by) {
    private static final String NO_SIP = "unspecified";

    /// The person at the other end of an incoming leg hung up.
    static Hangup byCaller(boolean answered) {
        return new Hangup(answered ? "normal_clearing" : "originator_cancel", "caller", NO_SIP, Party.CALLER);
    }

    /// A `hangup` command ended an incoming leg.
    static Hangup byCommand(boolean incoming) {
        return new Hangup("normal_clearing", incoming ? "callee" : "caller", NO_SIP, Party.AGENT);
    }

    /// A `reject` command.
    static Hangup rejected(boolean busy) {
        return busy
                ? new Hangup("user_busy", "callee", "486", Party.AGENT)
                : new Hangup("call_rejected", "callee", "603", Party.AGENT);
    }

    /// The person who was dialled.
    static Hangup byCallee(String cause, String sip) {
        return new Hangup(cause, "callee", sip, Party.AGENT);
    }

    /// The exchange itself.
    static Hangup byCarrier(String cause, String sip) {
        return new Hangup(cause, "unknown", sip, Party.CARRIER);
    }
}
