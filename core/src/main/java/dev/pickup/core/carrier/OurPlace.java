package dev.pickup.core.carrier;

import java.net.URI;

/// Where an imported number shall point: our webhooks, and the name under which we make things in the
/// customer's account.
///
/// @param name      tags whatever we make there: applications, messaging profiles. One name per import
///                  and of no other import, ours or anybody's: whatever bears exactly this name is ours
///                  and is removed after a rollback
/// @param voice     called when somebody rings
/// @param status    told what becomes of a call, for carriers that tell it to another URL
/// @param messaging called when a text comes
public record OurPlace(String name, URI voice, URI status, URI messaging) {
    public OurPlace {
        if (name.isBlank() || name.length() > 64) { // Twilio's friendly names end there
            throw new IllegalArgumentException("What we make bears a name of 1 to 64 characters.");
        }
    }
}
