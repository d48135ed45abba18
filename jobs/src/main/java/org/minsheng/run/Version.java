package org.minsheng.run;

import java.util.Optional;

/** The version of the program, as its jar tells. */
public final class Version {
    private Version() {}

    /** Such as 0.1.0; "development" where it does not run from its jar. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
