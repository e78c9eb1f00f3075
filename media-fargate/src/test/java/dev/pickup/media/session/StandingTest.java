package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.session.Standing.Leg;
import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
    private static final Command.Finish FINISH = new Command.Finish(EndReason.CALLER_HUNG_UP, "answered");

    @Test
    void aConversationThatWantedNothingLeavesTheLegAlone() {
        assertThat(new Standing.Live().finish(FINISH)).isEqualTo(new Standing.Finished(FINISH, Leg.LEFT_ALONE));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatTheConversationWantedOfTheLegIsDoneWhenItIsOver(Leg leg) {
        assertThat(new Standing.Leaving(leg).finish(FINISH)).isEqualTo(new Standing.Finished(FINISH, leg));
    }

    @Test
    void theLoopRunsUntilTheConversationIsOverOrTheCallIsAnothers() {
        assertThat(new Standing.Live().goesOn()).isTrue();
        assertThat(new Standing.Leaving(Leg.HUNG_UP).goesOn()).isTrue();
        assertThat(new Standing.Displaced().goesOn()).isFalse();
        assertThat(new Standing.Live().finish(FINISH).goesOn()).isFalse();
    }

    @Test
    void aBrokenSessionHangsUp() {
        assertThat(Standing.broken())
                .isEqualTo(new Standing.Finished(new Command.Finish(EndReason.FAILED, "failed"), Leg.HUNG_UP));
    }
}
