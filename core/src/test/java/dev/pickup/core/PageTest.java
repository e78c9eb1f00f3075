package dev.pickup.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void whatEachItemReadsAsStaysInOrderAndLeadsToTheSameNextPage() {
        Page<Integer> page = new Page<>(List.of(3, 1, 2), Optional.of("cursor"));

        assertThat(page.map(number -> "n" + number))
                .isEqualTo(new Page<>(List.of("n3", "n1", "n2"), Optional.of("cursor")));
    }
}
