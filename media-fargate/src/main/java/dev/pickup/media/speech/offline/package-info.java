/// Speech engines that run inside this JVM, with no network: Moonshine hears, Silero tells speech from noise,
/// Flite and FreeTTS speak. English only. Start at [OfflineSpeech].
///
/// Two cores carry about twenty calls: work waits in one bounded queue per engine, most urgent first; under
/// load interims are left out first, then finals come from the smaller model, then replies from the quicker
/// voice. What was left out is counted in [Degradation].
@NullMarked
package dev.pickup.media.speech.offline;

import org.jspecify.annotations.NullMarked;
