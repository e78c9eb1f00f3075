package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.webhook.WebhookSender;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/// What the exchange is built of, as far as calls use it.
///
/// @param sockets     makes the media WebSockets
/// @param callerVoice speaks `Say` steps
/// @param announcer   speaks `speak` commands
/// @param parties     telephones out there that can be dialled
public record Plant(
        ExchangeLoop loop,
        Accounts accounts,
        WebhookSender webhooks,
        HttpClient sockets,
        Optional<CallerVoice> callerVoice,
        Optional<CallerVoice> announcer,
        List<OutsideParty> parties) {
    public Plant {
        parties = List.copyOf(parties);
    }
}
