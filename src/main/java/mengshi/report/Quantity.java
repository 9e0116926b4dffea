package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A figure in a base unit as English tells it, in millions, billions and trillions. */
record Quantity(BigDecimal value, String baseUnit) {

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal BILLION = new BigDecimal("1000000000");
    private static final BigDecimal TRILLION = new BigDecimal("1000000000000");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("元", "yuan"),
            Map.entry("人", "persons"),
            Map.entry("人次", "visits"),
            Map.entry("亩", "mu"),
            Map.entry("平方米", "m²"),
            Map.entry("立方米", "m³"),
            Map.entry("公里", "km"),
            Map.entry("吨", "t"),
            Map.entry("斤", "jin"),
            Map.entry("个", ""),
            Map.entry("户", "households"),
            Map.entry("家", "enterprises"),
            Map.entry("项", "items"),
            Map.entry("列", "trains"),
            Map.entry("件", "items"),
            Map.entry("千瓦", "kW"),
            Map.entry("千瓦时", "kWh"),
            Map.entry("百分点", "points"),
            Map.entry("位", "place"));

    /** What {@code baseUnit} is called in English; what has no name keeps its own. */
    static String unitInEnglish(String baseUnit) {
        return UNITS.getOrDefault(baseUnit, baseUnit);
    }

    String english() {
        if (baseUnit.equals("位")) {
            return "No. " + value.stripTrailingZeros().toPlainString();
        }
        String unit = unitInEnglish(baseUnit);
        String gap = unit.isEmpty() || unit.equals("%") || unit.equals("‰") ? "" : " ";
        return amount() + gap + unit;
    }

    private String amount() {
        if (value.abs().compareTo(TRILLION) >= 0) {
            return scaled(TRILLION) + " trillion";
        }
        if (value.abs().compareTo(BILLION) >= 0) {
            return scaled(BILLION) + " billion";
        }
        if (value.abs().compareTo(MILLION) >= 0) {
            return scaled(MILLION) + " million";
        }
        return ScorecardLine.rounded(value).replaceAll("(?<=\\d)(?=(\\d{3})+(?:\\.|$))(?<!\\.\\d{0,9})", ",");
    }

    private String scaled(BigDecimal one) {
        return ScorecardLine.rounded(value.divide(one, 4, RoundingMode.HALF_UP));
    }
}
