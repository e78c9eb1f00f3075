package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.twilio.account.TwilioAccounts;
import java.net.http.HttpClient;
import java.util.Optional;

/// What calls are built of.
///
/// @param http        asks web servers and opens media sockets
/// @param callerVoice speaks `Say` steps of scripts
public record Plant(ExchangeLoop loop, TwilioAccounts accounts, HttpClient http, Optional<CallerVoice> callerVoice) {}
