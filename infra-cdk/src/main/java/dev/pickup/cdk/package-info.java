/// The cloud, as a CDK app. Start at [PickupApp]; a stack reads as a table of contents, a construct holds one subject.
///
/// May import [dev.pickup.core.state.Tables], the names of events, and CDK; nothing else of ours. No clock and no
/// look-up at synth: the same input gives the same template.
@NullMarked
package dev.pickup.cdk;

import org.jspecify.annotations.NullMarked;
