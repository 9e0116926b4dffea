package mengshi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tests that write rows by hand which the program never would, so that their databases need not hold together. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unsound {

    /** Which rules of {@code sql/checks} do not hold afterwards; none named are all. */
    String[] rules() default {};

    /** Why. */
    String because();
}
