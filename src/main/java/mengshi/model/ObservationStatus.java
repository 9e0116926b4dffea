package mengshi.model;

/** What kind of value an observation is: the codes of SDMX CL_OBS_STATUS that forms use. */
public enum ObservationStatus {
    /** A normal value, a typed zero included. */
    A,
    /** Missing: the value cannot exist. */
    M,
    /** Missing: the value exists but was not collected. */
    L,
    /** Missing, for a reason not told: a blank cell. */
    O,
    /** Smaller than half of the smallest unit shown. */
    N,
    /** Confidential or suppressed. */
    Q
}
