package dev.pickup.cdk;

import static dev.pickup.cdk.Synthesized.map;
import static dev.pickup.cdk.Synthesized.maps;
import static dev.pickup.cdk.Synthesized.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class DataStackTest {
    @ParameterizedTest
    @ValueSource(strings = {"AWS::DynamoDB::GlobalTable", "AWS::Kinesis::Stream", "AWS::S3::Bucket", "AWS::KMS::Key"})
    void dataOutlivesTheStack(String type) {
        assertThat(Synthesized.resources(type).values())
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource)
                        .containsEntry("DeletionPolicy", "Retain")
                        .containsEntry("UpdateReplacePolicy", "Retain"));
        assertThat(Synthesized.STACK.getTerminationProtection()).isTrue();
    }

    @Test
    void oneKeyThatRotatesEncryptsEverything() {
        var keys = Synthesized.resources("AWS::KMS::Key");
        assertThat(keys).hasSize(1);
        assertThat(properties(keys.values().iterator().next()))
                .containsEntry("EnableKeyRotation", true)
                .containsEntry("PendingWindowInDays", 30);
        Map<String, Object> arn =
                Map.of("Fn::GetAtt", List.of(keys.keySet().iterator().next(), "Arn"));

        assertThat(Synthesized.resources("AWS::DynamoDB::GlobalTable").values())
                .allSatisfy(table -> assertThat(maps(properties(table).get("Replicas")))
                        .singleElement()
                        .satisfies(replica ->
                                assertThat(map(replica.get("SSESpecification"))).containsEntry("KMSMasterKeyId", arn)));
        assertThat(only("AWS::Kinesis::Stream"))
                .containsEntry("StreamEncryption", Map.of("EncryptionType", "KMS", "KeyId", arn));
        assertThat(only("AWS::Events::EventBus")).containsEntry("KmsKeyIdentifier", arn);
        assertThat(only("AWS::Events::Archive")).containsEntry("KmsKeyIdentifier", arn);
        assertThat(recordings().get("BucketEncryption").toString()).contains("aws:kms", arn.toString());
    }

    @Test
    void theJournalFollowsTheLoadAndWaitsAWeekForItsReader() {
        assertThat(only("AWS::Kinesis::Stream"))
                .containsEntry("StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"))
                .containsEntry("RetentionPeriodHours", 168);
    }

    @Test
    void noBucketIsPublicOrReadWithoutTls() {
        Map<String, Map<String, Object>> buckets = Synthesized.resources("AWS::S3::Bucket");
        assertThat(buckets.values())
                .hasSize(2)
                .allSatisfy(bucket -> assertThat(properties(bucket).get("PublicAccessBlockConfiguration"))
                        .isEqualTo(Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true)));
        for (String bucket : buckets.keySet()) {
            Synthesized.TEMPLATE.hasResourceProperties(
                    "AWS::S3::BucketPolicy",
                    Map.of(
                            "Bucket",
                            Map.of("Ref", bucket),
                            "PolicyDocument",
                            Match.objectLike(Map.of(
                                    "Statement",
                                    Match.arrayWith(List.of(
                                            denied(Map.of("Bool", Map.of("aws:SecureTransport", "false"))),
                                            denied(Map.of("NumericLessThan", Map.of("s3:TlsVersion", 1.2)))))))));
        }
    }

    @Test
    void aRecordingEndsAndLeavesNoOlderVersionBehind() {
        assertThat(recordings()).doesNotContainKey("VersioningConfiguration");
        assertThat(maps(map(recordings().get("LifecycleConfiguration")).get("Rules")))
                .singleElement()
                .satisfies(rule -> assertThat(rule)
                        .containsEntry("Status", "Enabled")
                        .containsEntry("ExpirationInDays", 365)
                        .containsEntry("AbortIncompleteMultipartUpload", Map.of("DaysAfterInitiation", 1))
                        .doesNotContainKeys("Prefix", "TagFilters"));
        assertThat(recordings()).containsKey("LoggingConfiguration");
    }

    @Test
    void cdkNagFindsNothing() {
        App app = PickupApp.create();
        DataStack stack = PickupApp.addStacks(app);
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());

        Annotations found = Annotations.fromStack(stack);

        found.hasNoError("*", Match.anyValue());
        found.hasNoWarning("*", Match.anyValue());
    }

    @Test
    void aValueThatCloudFormationWouldRefuseFailsTheSynth() {
        App app = PickupApp.create();
        CfnResource.Builder.create(new Stack(app, "Wrong"), "Stream")
                .type("AWS::Kinesis::Stream")
                .properties(Map.of("RetentionPeriodHours", 9000))
                .build();

        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        assertThat(Path.of(app.getOutdir(), "validation-report.json")).content().contains("RetentionPeriodHours");
    }

    @Test
    void theSameInputGivesTheSameTemplate() {
        Template again = Template.fromStack(PickupApp.addStacks(PickupApp.create()));

        assertThat(again.toJSON()).isEqualTo(Synthesized.TEMPLATE.toJSON());
    }

    private static Object denied(Map<String, Object> condition) {
        return Match.objectLike(Map.of("Effect", "Deny", "Principal", Map.of("AWS", "*"), "Condition", condition));
    }

    private static Map<String, Object> only(String type) {
        assertThat(Synthesized.resources(type)).hasSize(1);
        return properties(Synthesized.resources(type).values().iterator().next());
    }

    private static Map<String, Object> recordings() {
        return Synthesized.resources("AWS::S3::Bucket").entrySet().stream()
                .filter(bucket -> bucket.getKey().startsWith("RecordingsBucket"))
                .map(bucket -> properties(bucket.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
