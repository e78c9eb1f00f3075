package dev.pickup.cdk;

import static dev.pickup.cdk.Synthesized.map;
import static dev.pickup.cdk.Synthesized.maps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.state.TableShape;
import dev.pickup.core.state.TableShape.Index;
import dev.pickup.core.state.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StateTablesTest {
    static final List<TableShape> SHAPES = Tables.ALL;

    private static final Map<String, Map<String, Object>> DEPLOYED =
            Synthesized.resources("AWS::DynamoDB::GlobalTable").values().stream()
                    .map(Synthesized::properties)
                    .collect(Collectors.toMap(table -> table.get("TableName").toString(), Function.identity()));

    @Test
    void theCloudHasTheTablesOfTheCodeAndNoOther() {
        assertThat(DEPLOYED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Tables.ALL.stream().map(TableShape::name).toList());
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void keysAndIndexesAreThoseOfTheCode(TableShape shape) {
        Map<String, Object> table = DEPLOYED.get(shape.name());

        assertThat(keys(table)).containsExactly(Tables.PARTITION + ":HASH", Tables.SORT + ":RANGE");
        assertThat(maps(table.get("GlobalSecondaryIndexes")))
                .extracting(StateTablesTest::described)
                .containsExactlyInAnyOrderElementsOf(
                        shape.indexes().stream().map(StateTablesTest::described).toList());
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void changeStreamAndExpiryAreThoseOfTheCode(TableShape shape) {
        Map<String, Object> table = DEPLOYED.get(shape.name());

        assertThat(shape.stream().map(Enum::name).<Object>map(view -> Map.of("StreamViewType", view)))
                .isEqualTo(Optional.ofNullable(table.get("StreamSpecification")));
        assertThat(shape.expiry().<Object>map(name -> Map.of("AttributeName", name, "Enabled", true)))
                .isEqualTo(Optional.ofNullable(table.get("TimeToLiveSpecification")));
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void noTableIsLostByAccident(TableShape shape) {
        Map<String, Object> table = DEPLOYED.get(shape.name());

        assertThat(table).containsEntry("BillingMode", "PAY_PER_REQUEST");
        assertThat(maps(table.get("Replicas"))).singleElement().satisfies(replica -> {
            assertThat(replica).containsEntry("DeletionProtectionEnabled", true);
            assertThat(map(replica.get("PointInTimeRecoverySpecification")))
                    .containsEntry("PointInTimeRecoveryEnabled", true);
        });
    }

    private static List<String> keys(Map<String, Object> of) {
        return maps(of.get("KeySchema")).stream()
                .map(key -> key.get("AttributeName") + ":" + key.get("KeyType"))
                .toList();
    }

    private static String described(Map<String, Object> index) {
        return index.get("IndexName") + " " + keys(index) + " "
                + map(index.get("Projection")).get("ProjectionType");
    }

    private static String described(Index index) {
        return index.name() + " " + List.of(index.partition() + ":HASH", index.sort() + ":RANGE") + " "
                + index.projection();
    }
}
