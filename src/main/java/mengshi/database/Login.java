package mengshi.database;

/** Who speaks to the database, each with the least rights the work needs. */
public enum Login {
    /** Owns every table and runs the migrations. */
    OWNER("mengshi_owner", "owner"),
    /** Runs the jobs: fills staging, appends facts, never alters or deletes one. */
    LOADER("mengshi_loader", "loader"),
    /** Sees the marts and writes nothing: BI tools, {@code sql}, the pages. */
    READER("mengshi_reader", "reader"),
    /** Reads what goes back to a submitter, and nothing about targets. */
    RESPONDER("mengshi_responder", "responder");

    private final String embeddedRole;
    private final String placeholder;

    Login(String embeddedRole, String placeholder) {
        this.embeddedRole = embeddedRole;
        this.placeholder = placeholder;
    }

    /** The role's name on the embedded server. */
    String embeddedRole() {
        return embeddedRole;
    }

    /** How migrations call the role: <code>${loader}</code>. */
    String placeholder() {
        return placeholder;
    }
}
