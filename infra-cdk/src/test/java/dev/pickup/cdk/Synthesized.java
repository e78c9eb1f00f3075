package dev.pickup.cdk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

/// A data stack as CloudFormation will see it. Made once for all tests: Node takes seconds to start.
final class Synthesized {
    static final App APP = PickupApp.create();
    static final DataStack STACK = PickupApp.addStacks(APP);
    static final Template TEMPLATE = Template.fromStack(STACK);

    private Synthesized() {}

    /// Resources of a type by logical id, each with its `Properties`, `DeletionPolicy` and so on.
    static Map<String, Map<String, Object>> resources(String type) {
        return TEMPLATE.findResources(type);
    }

    static Map<String, Object> properties(Map<String, Object> resource) {
        return map(resource.get("Properties"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    static List<Map<String, Object>> maps(Object json) {
        return json == null
                ? List.of()
                : ((List<?>) json).stream().map(Synthesized::map).collect(Collectors.toList());
    }
}
