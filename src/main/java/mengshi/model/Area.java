package mengshi.model;

/**
 * A reference area in the sense of SDMX: the region, or one of its leagues and cities.
 *
 * @param code six digits of GB/T 2260, for example 152500
 * @param name the full Chinese name, for example 锡林郭勒盟
 */
public record Area(String code, String name) {

    /** The Inner Mongolia Autonomous Region itself. */
    public static final String REGION = "150000";

    public boolean isRegion() {
        return REGION.equals(code);
    }
}
