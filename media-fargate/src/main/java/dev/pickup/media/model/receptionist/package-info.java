/// The offline receptionist: a deterministic, rule-based responder behind the `LanguageModel` port, for running
/// without any model. It is no language model and is labelled `offline/receptionist (rule-based)` wherever a
/// model's name appears. English.
///
/// Top to bottom: [OfflineReceptionist] streams what [Receptionist] answers; `Receptionist` goes through the
/// whole conversation, from its first message, with the same rules each time, so nothing is kept between two
/// requests; [Words] makes a recognizer's output comparable; [Intent] says what a caller wants; the `…Grammar`
/// classes find days, times, names and numbers in it.
@NullMarked
package dev.pickup.media.model.receptionist;

import org.jspecify.annotations.NullMarked;
