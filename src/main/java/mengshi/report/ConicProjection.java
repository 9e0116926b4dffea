package mengshi.report;

/**
 * Longitude and latitude on a plane, areas in proportion: Albers' projection with its parallels a sixth inside the lands
 * it shows (Snyder, Map Projections: A Working Manual, 1987, p. 98). {@link StrictMath}, so that every machine draws the
 * same.
 */
final class ConicProjection {

    private final double meridian;
    private final double cone;
    private final double constant;
    private final double origin;

    /** @param west degrees, as all; the north must lie north of the equator */
    ConicProjection(double west, double south, double east, double north) {
        double inside = (north - south) / 6;
        double first = StrictMath.sin(StrictMath.toRadians(south + inside));
        double second = StrictMath.sin(StrictMath.toRadians(north - inside));
        this.meridian = (west + east) / 2;
        this.cone = (first + second) / 2;
        this.constant = 1 - first * first + 2 * cone * first;
        this.origin = radius((south + north) / 2);
    }

    /** To the east of the middle, in radii of the earth. */
    double x(double longitude, double latitude) {
        return radius(latitude) * StrictMath.sin(cone * StrictMath.toRadians(longitude - meridian));
    }

    /** To the south of the middle, in radii of the earth. */
    double y(double longitude, double latitude) {
        return radius(latitude) * StrictMath.cos(cone * StrictMath.toRadians(longitude - meridian)) - origin;
    }

    private double radius(double latitude) {
        return StrictMath.sqrt(constant - 2 * cone * StrictMath.sin(StrictMath.toRadians(latitude))) / cone;
    }
}
