package dev.pickup.core.number;

import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.carrier.NumberMarket;

/// Whom [NumberDesk] asks.
public record NumberDeskPorts(NumberMarket market, ManagedNumbers managed, NumberStore numbers) {}
