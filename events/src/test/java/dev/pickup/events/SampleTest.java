package dev.pickup.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pickup.events.Samples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden samples: the schema accepts them, the record reads them, and writes them back the same.
class SampleTest {
    static Stream<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSchemaAcceptsTheSample(Sample sample) {
        assertThat(errors(sample, sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSchemaRefusesASampleThatLacksARequiredProperty(Sample sample) {
        List<String> required = new ArrayList<>();
        Samples.schema(sample.schema()).path("required").forEach(name -> required.add(name.asText()));

        assertThat(required).isNotEmpty().allSatisfy(name -> {
            ObjectNode without = sample.json().deepCopy();
            without.remove(name);
            assertThat(errors(sample, without))
                    .anySatisfy(error -> assertThat(error).contains(name));
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theRecordReadsTheSampleAndWritesItBackTheSame(Sample sample) throws Exception {
        Object read = Samples.MAPPER.treeToValue(sample.json(), sample.type());

        JsonNode written = Samples.MAPPER.readTree(Samples.MAPPER.writeValueAsString(read));
        assertThat(written).isEqualTo(sample.json());
    }

    private static List<String> errors(Sample sample, JsonNode json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Samples.schema(sample.schema()).toString(), InputFormat.JSON);
        return schema
                .validate(
                        json.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
