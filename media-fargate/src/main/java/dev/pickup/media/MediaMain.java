package dev.pickup.media;

/// Where a media task begins in the cloud: `java … dev.pickup.media.MediaMain`, everything else in the environment.
///
/// Ends on SIGTERM within 110 s: see [MediaWiring#close]. Exit status 2: it cannot start; the reason is on standard
/// error.
public final class MediaMain {
    private MediaMain() {}

    public static void main(String[] arguments) {
        try {
            MediaWiring wiring = MediaWiring.start(System.getenv());
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(wiring::close));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
