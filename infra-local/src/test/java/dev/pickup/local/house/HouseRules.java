package dev.pickup.local.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who may import whom. Each rule says why. The rules are made for a root package, so that a house that breaks all of
/// them can be held against them too.
final class HouseRules {
    private static final String[] SUBJECTS = {
        "account", "agent", "appointment", "byop", "call", "credential", "knowledge", "message", "number", "usage"
    };
    private static final String AWS = "software.amazon.awssdk..";
    private static final Set<String> CLOCK_READERS = Set.of("now", "systemUTC", "systemDefaultZone", "system");
    private static final Set<String> SYSTEM_CLOCKS = Set.of("currentTimeMillis", "nanoTime");

    private final String root;

    /// @param root `dev.pickup`, or where a house of the same rooms stands
    HouseRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return List.of(
                eventsKnowNobody(),
                subjectsKnowNoVendor(),
                carriersKnowNoStore(),
                carriersDoNotKnowEachOther(),
                storesKnowNoCarrier(),
                coreKnowsNoHost(),
                functionsDoNotKnowEachOther(),
                functionsDoNotKnowMedia(),
                mediaDoesNotKnowFunctions(),
                turnTakingIsPure(),
                theSessionKnowsNoEngine(),
                simulatorsKnowNobody(),
                onlyTheLocalRunSeesSimulators(),
                nobodySeesTheLocalRun(),
                thereAreNoCycles(),
                packagesAreNamedByWhatTheyAreAbout(),
                theEnvironmentIsReadInWiring(),
                theClockIsReadInWiring());
    }

    private ArchRule eventsKnowNobody() {
        return classes()
                .that(liveIn("events.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", root + ".events.."))
                .because("events are the contract between parts: whoever reads them must need nothing else of ours");
    }

    private ArchRule subjectsKnowNoVendor() {
        return noClasses()
                .that(liveIn(subjects()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        AWS, "java.net.http..", "com.amazonaws..", root + ".core.carrier.*..", root + ".core.state.."))
                .because("the business is the same on any cloud, with any carrier and any store");
    }

    private ArchRule carriersKnowNoStore() {
        return noClasses()
                .that(liveIn("core.carrier.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AWS, "com.amazonaws..", root + ".core.state.."))
                .because("a carrier's adapter translates; what is kept and where is not its matter");
    }

    private ArchRule carriersDoNotKnowEachOther() {
        return slices().matching(root + ".core.carrier.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a carrier's wire shapes never leave its own package");
    }

    private ArchRule storesKnowNoCarrier() {
        return noClasses()
                .that(liveIn("core.state.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", root + ".core.carrier.*.."))
                .because("a store writes state and calls nobody: a command is written down and sent by someone else");
    }

    private ArchRule coreKnowsNoHost() {
        return noClasses()
                .that(liveIn("core.."))
                .should()
                .dependOnClassesThat(liveIn("functions..", "media..", "local..", "simulators.."))
                .because("dependencies point one way: hosts know the business, the business knows no host");
    }

    private ArchRule functionsDoNotKnowEachOther() {
        DescribedPredicate<JavaClass> wiring = resideInAPackage(root + ".functions.runtime..");
        return slices().matching(root + ".functions.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), wiring)
                .ignoreDependency(wiring, DescribedPredicate.alwaysTrue())
                .because(
                        "functions are deployed one by one and meet in events and state; what they share is their wiring");
    }

    private ArchRule functionsDoNotKnowMedia() {
        return noClasses()
                .that(liveIn("functions.."))
                .should()
                .dependOnClassesThat(liveIn("media.."))
                .because("they meet through events, DynamoDB and the tool invocation, and are deployed apart");
    }

    private ArchRule mediaDoesNotKnowFunctions() {
        return noClasses()
                .that(liveIn("media.."))
                .should()
                .dependOnClassesThat(liveIn("functions..", "local.."))
                .because("they meet through events, DynamoDB and the tool invocation, and are deployed apart");
    }

    private ArchRule turnTakingIsPure() {
        return noClasses()
                .that(liveIn("media.turn.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.concurrent..",
                                "java.io..",
                                "java.net..",
                                "java.nio..",
                                AWS,
                                "org.eclipse.jetty..")
                        .or(are(DescribedPredicate.describe(
                                "threads or clocks",
                                type -> type.isAssignableTo(Thread.class) || type.isAssignableTo(Clock.class)))))
                .because("any recorded call can be replayed bit for bit: no threads, no clock, no I/O");
    }

    private ArchRule theSessionKnowsNoEngine() {
        return noClasses()
                .that(liveIn(
                        "media.session..",
                        "media.turn..",
                        "media.listening..",
                        "media.replying..",
                        "media.speaking..",
                        "media.failover.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".media.speech..", root + ".media.model..", AWS))
                .because("a call runs on ports; which engine stands behind one is decided in the wiring");
    }

    private ArchRule simulatorsKnowNobody() {
        return noClasses()
                .that(liveIn("simulators.."))
                .should()
                .dependOnClassesThat(liveIn("core..", "functions..", "media..", "local.."))
                .because("a simulator that shares code with us shares our mistakes");
    }

    private ArchRule onlyTheLocalRunSeesSimulators() {
        return noClasses()
                .that(liveIn("events..", "functions..", "media.."))
                .should()
                .dependOnClassesThat(liveIn("simulators.."))
                .because("what is deployed must not be able to call something that only pretends");
    }

    private ArchRule nobodySeesTheLocalRun() {
        return noClasses()
                .that(liveIn("events..", "functions..", "media..", "simulators.."))
                .should()
                .dependOnClassesThat(liveIn("local.."))
                .because("the local run puts the parts together, and no part knows that it is local");
    }

    private ArchRule thereAreNoCycles() {
        return slices().assignedFrom(new Rooms(root))
                .should()
                .beFreeOfCycles()
                .because("a package that cannot be read without another one, and that not without it, is one package");
    }

    /// Every package is a room of its own, but for the subjects of the business: they name each other's values, as an
    /// agent has a fallback number and a number has an agent. The carrier port is one of them; adapters are not.
    private record Rooms(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(root + ".")) {
                return SliceIdentifier.ignore();
            }
            String room = name.substring(root.length() + 1);
            boolean subject = Stream.concat(Stream.of(SUBJECTS), Stream.of("carrier"))
                    .anyMatch(word -> room.equals("core." + word));
            return SliceIdentifier.of(subject ? "core.<subject>" : room);
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }

    private ArchRule packagesAreNamedByWhatTheyAreAbout() {
        return noClasses()
                .that(not(liveIn("media.model..")))
                .should()
                .resideInAnyPackage(named("util"), named("common"), named("model"), named("impl"), named("helper"))
                .because("such a name says nothing of what is inside, so everything ends there");
    }

    private ArchRule theEnvironmentIsReadInWiring() {
        return noClasses()
                .that(not(wiring()))
                .and(liveIn("events..", "core..", "functions..", "media.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it reads the environment", call -> owned(call, System.class, Set.of("getenv", "getProperty"))))
                .because("settings are read once and handed on, so that a test can hand on others");
    }

    private ArchRule theClockIsReadInWiring() {
        return noClasses()
                .that(not(wiring()))
                .and(not(DescribedPredicate.describe(
                        "FrameClock", type -> type.getSimpleName().equals("FrameClock"))))
                .and(liveIn("events..", "core..", "functions..", "media.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe("it reads the clock", HouseRules::readsTheClock))
                .because("whoever is given the time can be tested at any time");
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        boolean ofTime = call.getTargetOwner().getPackageName().equals("java.time");
        boolean free = call.getTarget() instanceof AccessTarget.MethodCallTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
        return owned(call, System.class, SYSTEM_CLOCKS) || (ofTime && free && CLOCK_READERS.contains(call.getName()));
    }

    private static boolean owned(JavaCall<?> call, Class<?> owner, Set<String> names) {
        return call.getTargetOwner().isEquivalentTo(owner) && names.contains(call.getName());
    }

    private DescribedPredicate<JavaClass> wiring() {
        return resideInAPackage(root + ".functions.runtime..")
                .or(DescribedPredicate.describe(
                        "media's wiring",
                        type -> type.getPackageName().equals(root + ".media")
                                && (type.getSimpleName().equals("MediaWiring")
                                        || type.getSimpleName().equals("MediaMain"))));
    }

    private String named(String name) {
        return root + ".." + name + "..";
    }

    private String[] subjects() {
        String[] packages = new String[SUBJECTS.length];
        for (int i = 0; i < SUBJECTS.length; i++) {
            packages[i] = "core." + SUBJECTS[i] + "..";
        }
        return packages;
    }

    private DescribedPredicate<JavaClass> liveIn(String... rooms) {
        String[] packages = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            packages[i] = root + "." + rooms[i];
        }
        return resideInAnyPackage(packages);
    }
}
