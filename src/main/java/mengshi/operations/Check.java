package mengshi.operations;

import java.util.Optional;

/**
 * One thing that must be in order.
 *
 * @param name in a few words, the same for ever: programs look for it
 * @param examination looks; it finds something wrong, nothing, or ends in an exception, which is wrong too
 */
public record Check(String name, Examination examination) {

    /** Looks at one thing; what is returned is what is wrong. */
    @FunctionalInterface
    public interface Examination {
        Optional<Complaint> look() throws Exception;
    }

    /** What is wrong, and what to do about it. */
    public record Complaint(String found, String whatToDo) {}

    /** @param whatToDo said as well when the examination itself failed */
    public static Check of(String name, String whatToDo, Examination examination) {
        return new Check(name, () -> {
            try {
                return examination.look();
            } catch (Exception e) {
                String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                return Optional.of(new Complaint(message.replaceAll("\\s*\\R\\s*", " "), whatToDo));
            }
        });
    }

    public static Optional<Complaint> fine() {
        return Optional.empty();
    }

    public static Optional<Complaint> wrongIf(boolean wrong, String found, String whatToDo) {
        return wrong ? Optional.of(new Complaint(found, whatToDo)) : Optional.empty();
    }
}
