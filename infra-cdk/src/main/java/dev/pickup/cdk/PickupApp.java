package dev.pickup.cdk;

import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/// The CDK app. `cdk deploy -c region=eu-central-1` chooses the Region; the account is that of the credentials.
public final class PickupApp {
    /// A concrete Region is needed at synth: a global table's customer key belongs to one.
    static final String DEFAULT_REGION = "us-east-1";

    /// Feature flags, so that a newer CDK library changes no template by itself.
    private static final Map<String, Object> CONTEXT = Map.of(
            // The library's own CloudFormation rules are errors, not warnings.
            "@aws-cdk/core:validateAgainstDefaultRules", true,
            // Access logs are granted by the log bucket's policy; ACLs stay off.
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true);

    private PickupApp() {}

    public static void main(String[] args) {
        App app = create();
        addStacks(app);
        app.synth();
    }

    /// An empty app with our rules on. Context from the command line comes on top.
    static App create() {
        return new App(AppProps.builder().postCliContext(CONTEXT).build());
    }

    static DataStack addStacks(App app) {
        Object region = app.getNode().tryGetContext("region");
        DataStack data = new DataStack(
                app,
                "PickupData",
                StackProps.builder()
                        .description("Pickup: what must outlive every deployment")
                        .env(Environment.builder()
                                .region(region == null ? DEFAULT_REGION : region.toString())
                                .build())
                        .terminationProtection(true)
                        .build());
        Tags.of(app).add("product", "pickup");
        return data;
    }
}
