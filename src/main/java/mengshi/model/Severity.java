package mengshi.model;

/** How much a finding weighs: the bureaus' 强制性, 核实性 and 提示. */
public enum Severity {
    /** Hard: the submission is held and none of its facts is published. */
    ERROR,
    /** Soft: published, and an explanation is asked for. */
    WARNING,
    /** For the reader's information; nothing is asked. */
    INFORMATION
}
