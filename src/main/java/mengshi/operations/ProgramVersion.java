package mengshi.operations;

import java.util.Optional;

/** The version this program was built as. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** {@code development} when the classes do not come out of the built jar. */
    public static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
