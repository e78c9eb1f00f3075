package dev.pickup.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    /// The product's class path has no order: two of them, and chance decides how much memory a call takes.
    @Test
    void thereIsOneEventStreamDecoderAndItIsTheSmallOne() throws Exception {
        List<String> places = getClass()
                .getClassLoader()
                .resources("software/amazon/eventstream/MessageDecoder.class")
                .map(Object::toString)
                .toList();

        assertThat(places).singleElement().asString().contains("/eventstream/target/");
    }
}
